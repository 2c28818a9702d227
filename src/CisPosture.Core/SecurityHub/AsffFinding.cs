namespace CisPosture.SecurityHub;

/// <summary>A finding in the AWS Security Finding Format. Its members bear the names of the format, so that it is written as it stands; times are texts of <see cref="AsffTime"/>.</summary>
internal sealed record AsffFinding
{
    /// <summary>The version of the format.</summary>
    public required string SchemaVersion { get; init; }

    /// <summary>The name of the finding in its product, which stays the same from import to import.</summary>
    public required string Id { get; init; }

    /// <summary>The product that the finding is of.</summary>
    public required string ProductArn { get; init; }

    /// <summary>What the product is called; null for what Security Hub calls it.</summary>
    public string? ProductName { get; init; }

    /// <summary>Who makes the product; null for what Security Hub says.</summary>
    public string? CompanyName { get; init; }

    /// <summary>The Region of the hub; filled in by it.</summary>
    public string? Region { get; init; }

    /// <summary>The rule that made the finding.</summary>
    public required string GeneratorId { get; init; }

    /// <summary>The account.</summary>
    public required string AwsAccountId { get; init; }

    /// <summary>What kind of finding it is.</summary>
    public IReadOnlyList<string>? Types { get; init; }

    /// <summary>When it was first seen.</summary>
    public string? FirstObservedAt { get; init; }

    /// <summary>When it was last seen.</summary>
    public string? LastObservedAt { get; init; }

    /// <summary>When the provider made it.</summary>
    public required string CreatedAt { get; init; }

    /// <summary>When the provider last changed it; an import that is not later than what the hub has is ignored.</summary>
    public required string UpdatedAt { get; init; }

    /// <summary>How grave it is.</summary>
    public AsffSeverity? Severity { get; init; }

    /// <summary>The heading.</summary>
    public required string Title { get; init; }

    /// <summary>What was found.</summary>
    public required string Description { get; init; }

    /// <summary>What to do.</summary>
    public AsffRemediation? Remediation { get; init; }

    /// <summary>What else the product has to say.</summary>
    public IReadOnlyDictionary<string, string>? ProductFields { get; init; }

    /// <summary>What it is about.</summary>
    public required IReadOnlyList<AsffResource> Resources { get; init; }

    /// <summary>The verdict.</summary>
    public AsffCompliance? Compliance { get; init; }

    /// <summary>How far people are with it.</summary>
    public AsffWorkflow? Workflow { get; init; }

    /// <summary>ACTIVE or ARCHIVED.</summary>
    public string? RecordState { get; init; }

    /// <summary>What somebody has written on it.</summary>
    public AsffNote? Note { get; init; }

    /// <summary>What the provider says of it, whatever the customer has made of that.</summary>
    public AsffProviderFields? FindingProviderFields { get; init; }
}
