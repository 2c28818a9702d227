namespace CisPosture.Accounts;

/// <summary>The entries of the IAM account summary that tell of root.</summary>
public sealed record AccountSummary
{
    /// <summary>1 where root has an access key.</summary>
    public required int AccountAccessKeysPresent { get; init; }

    /// <summary>1 where root has an MFA device.</summary>
    public required int AccountMfaEnabled { get; init; }

    /// <summary>1 where root has a password; null where the summary lacks the entry.</summary>
    public int? AccountPasswordPresent { get; init; }
}
