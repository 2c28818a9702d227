using CisPosture.Accounts;

namespace CisPosture.Controls;

/// <summary>What a verdict is about: an account, or one resource in a Region.</summary>
/// <param name="Type">The type as Security Hub names it, such as AwsIamUser.</param>
/// <param name="Id">The ARN where there is one.</param>
/// <param name="Region">The Region; the home Region for what has none.</param>
public sealed record JudgedResource(string Type, string Id, string Region)
{
    /// <summary>The type of an account.</summary>
    public const string AccountType = "AwsAccount";

    /// <summary>The account as a whole, in its home Region.</summary>
    /// <param name="evidence">The account.</param>
    /// <returns>The resource.</returns>
    public static JudgedResource Account(AccountEvidence evidence) => Account(evidence, evidence.HomeRegion);

    /// <summary>The account in one Region.</summary>
    /// <param name="evidence">The account.</param>
    /// <param name="region">The Region.</param>
    /// <returns>The resource.</returns>
    public static JudgedResource Account(AccountEvidence evidence, string region) =>
        new(AccountType, $"AWS::::Account:{evidence.AccountId}", region);
}
