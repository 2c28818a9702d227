namespace Amazon.ConfigService.Model;

internal sealed class ConfigurationRecorderStatus
{
    public string? Name { get; set; }

    public string? Arn { get; set; }

    public string? ServicePrincipal { get; set; }

    public bool? Recording { get; set; }

    public string? LastStatus { get; set; }

    public string? LastErrorCode { get; set; }

    public string? LastErrorMessage { get; set; }
}
