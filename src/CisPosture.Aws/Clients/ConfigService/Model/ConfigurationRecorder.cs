namespace Amazon.ConfigService.Model;

internal sealed class ConfigurationRecorder
{
    public string? Name { get; set; }

    public RecordingGroup? RecordingGroup { get; set; }

    public string? ServicePrincipal { get; set; }
}
