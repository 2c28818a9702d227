namespace Amazon.ConfigService.Model;

internal sealed class RecordingGroup
{
    public bool? AllSupported { get; set; }

    public bool? IncludeGlobalResourceTypes { get; set; }

    public RecordingStrategy? RecordingStrategy { get; set; }
}
