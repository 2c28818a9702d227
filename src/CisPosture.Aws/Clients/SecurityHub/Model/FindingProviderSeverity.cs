namespace Amazon.SecurityHub.Model;

internal sealed class FindingProviderSeverity
{
    public string? Label { get; set; }

    public string? Original { get; set; }
}
