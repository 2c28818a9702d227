namespace CisPosture.Sandbox.State.S3;

/// <summary>Public access block settings.</summary>
public sealed class PublicAccessBlock
{
    /// <summary>Refuse new public access control lists.</summary>
    public bool BlockPublicAcls { get; set; }

    /// <summary>Ignore public access control lists.</summary>
    public bool IgnorePublicAcls { get; set; }

    /// <summary>Refuse new public policies.</summary>
    public bool BlockPublicPolicy { get; set; }

    /// <summary>Let only the own account and AWS services use a bucket with a public policy.</summary>
    public bool RestrictPublicBuckets { get; set; }
}
