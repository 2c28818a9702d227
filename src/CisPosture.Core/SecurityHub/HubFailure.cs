using CisPosture.Accounts;
using CisPosture.Controls;

namespace CisPosture.SecurityHub;

/// <summary>Makes the errors of Security Hub.</summary>
internal static class HubFailure
{
    private const string NotSubscribed = "not subscribed";
    private const string InvalidAccess = "InvalidAccessException";

    /// <summary>True where the account has not switched the hub on.</summary>
    public static bool IsOff(EvidenceGap gap) =>
        gap.ErrorCode == InvalidAccess && gap.Message?.IndexOf(NotSubscribed, StringComparison.OrdinalIgnoreCase) >= 0;

    public static PostureException NotEnabled(IReadOnlyList<string> regions, string accountId) => new(
        ErrorId.SecurityHubNotEnabled,
        $"Account {accountId} has not enabled Security Hub in {string.Join(", ", regions)}. Enable it there, or name other Regions.",
        string.Join(", ", regions));

    public static PostureException Unreachable(EvidenceGap gap) => new(
        ErrorId.SecurityHubNotReachable, gap.Message is null ? GapVerdict.Sentence(gap) : $"{GapVerdict.Sentence(gap)} AWS says: {gap.Message}", gap.Operation);

    public static PostureException OtherAccount(CisFinding finding, string accountId) => new(
        ErrorId.FindingOfOtherAccount,
        $"The finding {finding.ControlId} {finding.ResourceId} is of account {finding.AccountId}, the credentials are of {accountId}. Publish it with credentials of account {finding.AccountId}.",
        finding);

    public static PostureException NotPublished(CisFinding finding, string reason) =>
        new(ErrorId.FindingNotPublished, $"The finding {finding.ControlId} {finding.ResourceId} in {finding.Region} was not published: {reason}", finding);

    public static PostureException NotUpdated(CisFinding finding, string reason) =>
        new(ErrorId.FindingNotPublished, $"The workflow of the finding {finding.ControlId} {finding.ResourceId} in {finding.Region} was not changed: {reason}", finding);
}
