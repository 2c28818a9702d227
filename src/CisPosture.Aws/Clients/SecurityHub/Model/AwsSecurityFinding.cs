namespace Amazon.SecurityHub.Model;

internal sealed class AwsSecurityFinding
{
    public string? AwsAccountId { get; set; }

    public string? CompanyName { get; set; }

    public Compliance? Compliance { get; set; }

    public string? CreatedAt { get; set; }

    public string? Description { get; set; }

    public FindingProviderFields? FindingProviderFields { get; set; }

    public string? FirstObservedAt { get; set; }

    public string? GeneratorId { get; set; }

    public string? Id { get; set; }

    public string? LastObservedAt { get; set; }

    public Note? Note { get; set; }

    public Dictionary<string, string>? ProductFields { get; set; }

    public string? ProductArn { get; set; }

    public string? ProductName { get; set; }

    public string? RecordState { get; set; }

    public string? Region { get; set; }

    public Remediation? Remediation { get; set; }

    public List<Resource>? Resources { get; set; }

    public string? SchemaVersion { get; set; }

    public Severity? Severity { get; set; }

    public string? Title { get; set; }

    public List<string>? Types { get; set; }

    public string? UpdatedAt { get; set; }

    public Workflow? Workflow { get; set; }
}
