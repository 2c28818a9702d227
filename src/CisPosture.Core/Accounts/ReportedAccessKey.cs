namespace CisPosture.Accounts;

/// <summary>One of the two access key slots of a credential report row.</summary>
public sealed record ReportedAccessKey
{
    /// <summary>1 or 2.</summary>
    public required int Slot { get; init; }

    /// <summary>Whether the key can be used.</summary>
    public bool IsActive { get; init; }

    /// <summary>When the key was created; null where the slot is empty.</summary>
    public DateTimeOffset? LastRotated { get; init; }

    /// <summary>When the key was last used; null where never.</summary>
    public DateTimeOffset? LastUsed { get; init; }
}
