namespace CisPosture.Accounts;

/// <summary>The four public access block settings of a bucket or an account.</summary>
public sealed record PublicAccessBlock
{
    /// <summary>Refuse new public access control lists.</summary>
    public bool BlockPublicAcls { get; init; }

    /// <summary>Treat public access control lists as if they were not there.</summary>
    public bool IgnorePublicAcls { get; init; }

    /// <summary>Refuse new public policies.</summary>
    public bool BlockPublicPolicy { get; init; }

    /// <summary>Let only the own account and AWS services use a bucket with a public policy.</summary>
    public bool RestrictPublicBuckets { get; init; }
}
