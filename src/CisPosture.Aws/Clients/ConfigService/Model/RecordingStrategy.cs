namespace Amazon.ConfigService.Model;

internal sealed class RecordingStrategy
{
    public string? UseOnly { get; set; }
}
