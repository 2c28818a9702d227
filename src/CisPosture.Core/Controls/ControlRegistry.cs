using System.Collections.Concurrent;

namespace CisPosture.Controls;

/// <summary>The controls that judge, one for each row of the catalogue.</summary>
public static class ControlRegistry
{
    private static readonly ConcurrentDictionary<ControlId, Control> Controls = new();

    /// <summary>The control that judges a catalogue row.</summary>
    /// <param name="definition">The row.</param>
    /// <returns>The control.</returns>
    public static Control Get(CisControl definition) => Controls.GetOrAdd(definition.Number, _ => Create(definition));

    private static Control Create(CisControl definition) => definition.Number.Chapter switch
    {
        1 => Identity.IdentityControls.Create(definition),
        2 => Logging.LoggingControls.Create(definition),
        3 => Monitoring.MonitoringControls.Create(definition),
        4 => Networking.NetworkingControls.Create(definition),
        _ => throw new InvalidOperationException($"The catalogue holds control {definition.Id}, for which there is no chapter."),
    };
}
