namespace CisPosture.SecurityHub;

/// <summary>What a finding must keep to before it is sent: what cannot be cut short without changing what it is about.</summary>
internal static class AsffRules
{
    /// <summary>Tells what is wrong.</summary>
    /// <param name="finding">The finding in the format.</param>
    /// <returns>A clause; null where nothing is wrong.</returns>
    public static string? Problem(AsffFinding finding) =>
        TooLong("Id", finding.Id, AsffLimits.Id)
        ?? TooLong("GeneratorId", finding.GeneratorId, AsffLimits.GeneratorId)
        ?? (finding.Resources.Any(resource => string.IsNullOrWhiteSpace(resource.Id)) ? "its resource has no Id" : null)
        ?? finding.Resources.Select(resource => TooLong("resource's Id", resource.Id, AsffLimits.ResourceId)).FirstOrDefault(problem => problem is not null)
        ?? (IsAccount(finding.AwsAccountId) ? null : $"its account '{finding.AwsAccountId}' is not twelve digits")
        ?? Size(finding);

    private static bool IsAccount(string text) => text.Length == AsffLimits.AccountId && text.All(character => character is >= '0' and <= '9');

    private static string? TooLong(string member, string text, int most) =>
        text.Length > most ? FormattableString.Invariant($"its {member} has {text.Length} characters, and Security Hub takes {most}") : null;

    private static string? Size(AsffFinding finding)
    {
        var size = AsffFormat.SizeOf(finding);
        return size > AsffLimits.FindingBytes ? FormattableString.Invariant($"it has {size} bytes, and Security Hub takes {AsffLimits.FindingBytes}") : null;
    }
}
