namespace CisPosture.Controls.Monitoring;

/// <summary>The controls of this chapter, by catalogue row.</summary>
internal static class MonitoringControls
{
    public static Control Create(CisControl definition) => new MetricAlarmControl(definition, BlindSpot(definition.Id));

    private static string? BlindSpot(string id) => id switch
    {
        "3.5" => "PutEventSelectors",
        "3.8" => "changes of public access blocks",
        "3.9" => "DeleteConfigurationRecorder",
        "3.10" => "ModifySecurityGroupRules",
        _ => null,
    };
}
