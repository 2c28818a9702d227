namespace CisPosture.Accounts;

/// <summary>A VPC.</summary>
public sealed record Vpc
{
    /// <summary>The id.</summary>
    public required string VpcId { get; init; }

    /// <summary>The owning account.</summary>
    public required string OwnerId { get; init; }

    /// <summary>Whether it is the Region's default VPC.</summary>
    public bool IsDefault { get; init; }

    /// <summary>Its primary address range.</summary>
    public string? CidrBlock { get; init; }
}
