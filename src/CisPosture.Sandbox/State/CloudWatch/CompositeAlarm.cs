namespace CisPosture.Sandbox.State.CloudWatch;

/// <summary>An alarm over other alarms.</summary>
public sealed class CompositeAlarm
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>What it is for.</summary>
    public string? Description { get; set; }

    /// <summary>The rule over other alarms.</summary>
    public required string AlarmRule { get; init; }

    /// <summary>Whether its actions are carried out.</summary>
    public bool ActionsEnabled { get; set; } = true;

    /// <summary>Whom it calls when it fires.</summary>
    public List<string> AlarmActions { get; init; } = [];

    /// <summary>Tags.</summary>
    public Dictionary<string, string> Tags { get; init; } = [];

    /// <summary>OK, ALARM or INSUFFICIENT_DATA.</summary>
    public string StateValue { get; set; } = "OK";

    /// <summary>When it was last configured.</summary>
    public DateTimeOffset ConfiguredTime { get; set; } = new(2019, 6, 1, 8, 0, 0, TimeSpan.Zero);
}
