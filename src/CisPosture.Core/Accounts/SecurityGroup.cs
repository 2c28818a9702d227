namespace CisPosture.Accounts;

/// <summary>A security group with its rules.</summary>
public sealed record SecurityGroup
{
    /// <summary>The id.</summary>
    public required string GroupId { get; init; }

    /// <summary>The name; "default" for a VPC's own.</summary>
    public required string GroupName { get; init; }

    /// <summary>The owning account.</summary>
    public required string OwnerId { get; init; }

    /// <summary>The VPC; null for EC2-Classic.</summary>
    public string? VpcId { get; init; }

    /// <summary>What may come in.</summary>
    public IReadOnlyList<SecurityGroupPermission> Ingress { get; init; } = [];

    /// <summary>What may go out.</summary>
    public IReadOnlyList<SecurityGroupPermission> Egress { get; init; } = [];
}
