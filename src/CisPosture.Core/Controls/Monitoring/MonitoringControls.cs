namespace CisPosture.Controls.Monitoring;

/// <summary>The controls of this chapter, by catalogue row.</summary>
internal static class MonitoringControls
{
    public static Control Create(CisControl definition) => definition.Id switch
    {
        _ => throw new InvalidOperationException($"The catalogue holds control {definition.Id}, which nobody judges."),
    };
}
