namespace CisPosture.Accounts;

/// <summary>A grant in a bucket's access control list.</summary>
public sealed record BucketGrant
{
    /// <summary>The grantee's group URI, canonical user id or e-mail address.</summary>
    public required string Grantee { get; init; }

    /// <summary>FULL_CONTROL, READ, WRITE, READ_ACP or WRITE_ACP.</summary>
    public required string Permission { get; init; }
}
