namespace CisPosture.Accounts;

/// <summary>An access key, read live.</summary>
public sealed record LiveAccessKey
{
    /// <summary>The key's id, which is not secret.</summary>
    public required string AccessKeyId { get; init; }

    /// <summary>Whether the key can be used.</summary>
    public bool IsActive { get; init; }

    /// <summary>When the key was created.</summary>
    public required DateTimeOffset CreateDate { get; init; }

    /// <summary>When the key was last used; null where never.</summary>
    public DateTimeOffset? LastUsed { get; init; }
}
