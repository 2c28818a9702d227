using CisPosture.Accounts;
using CisPosture.Controls;

namespace CisPosture.Aws.Collectors;

/// <summary>The log groups of this account that trails deliver to.</summary>
internal static class TrailLogGroups
{
    private const string Prefix = "log-group:";
    private const string AllStreams = ":*";

    public static IReadOnlyList<(string Arn, string Region, string Name)> Of(AccountEvidence account) =>
    [
        .. account.Trails
            .Select(evidence => Trim(evidence.Trail.CloudWatchLogsLogGroupArn))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .OrderBy(text => text, StringComparer.Ordinal)
            .Select(text => (Text: text, Arn: Arn.TryParse(text, out var arn) ? arn : null))
            .Where(group => group.Arn is not null && group.Arn.AccountId == account.AccountId && group.Arn.Resource.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(group => (group.Text, group.Arn!.Region, group.Arn.Resource.Substring(Prefix.Length))),
    ];

    public static IReadOnlyList<string> RegionsOf(AccountEvidence account) => Of(account).Select(group => group.Region).Distinct(StringComparer.Ordinal).Sorted();

    private static string? Trim(string? arn) =>
        arn is not null && arn.EndsWith(AllStreams, StringComparison.Ordinal) ? arn.Substring(0, arn.Length - AllStreams.Length) : arn;
}
