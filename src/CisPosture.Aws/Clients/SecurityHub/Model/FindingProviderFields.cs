namespace Amazon.SecurityHub.Model;

internal sealed class FindingProviderFields
{
    public FindingProviderSeverity? Severity { get; set; }

    public List<string>? Types { get; set; }
}
