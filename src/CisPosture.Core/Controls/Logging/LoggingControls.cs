namespace CisPosture.Controls.Logging;

/// <summary>The controls of this chapter, by catalogue row.</summary>
internal static class LoggingControls
{
    public static Control Create(CisControl definition) => definition.Id switch
    {
        "2.1" => new MultiRegionTrailControl(definition),
        "2.2" => new LogFileValidationControl(definition),
        "2.3" => new TrailBucketExposureControl(definition),
        "2.4" => new TrailLogGroupControl(definition),
        "2.5" => new ConfigRecorderControl(definition),
        "2.6" => new TrailBucketLoggingControl(definition),
        "2.7" => new TrailEncryptionControl(definition),
        "2.8" => new KeyRotationControl(definition),
        "2.9" => new FlowLogControl(definition),
        _ => throw new InvalidOperationException($"The catalogue holds control {definition.Id}, which nobody judges."),
    };
}
