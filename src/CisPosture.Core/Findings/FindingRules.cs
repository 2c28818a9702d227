namespace CisPosture.Findings;

/// <summary>What must hold of the texts of a finding that comes from outside: a file, a job, another program.</summary>
internal static class FindingRules
{
    private static readonly string[] Severities = Enum.GetNames(typeof(Severity));
    private static readonly string[] Statuses = Enum.GetNames(typeof(FindingStatus));

    /// <summary>Tells what is wrong.</summary>
    /// <param name="finding">A finding whose members may hold any text.</param>
    /// <returns>A clause such as "its Status is 'Open', where one of …"; null where nothing is wrong.</returns>
    public static string? Problem(CisFinding finding) =>
        Empty("FindingId", finding.FindingId)
        ?? (ControlId.TryParse(finding.ControlId, out _) ? null : Expected("ControlId", finding.ControlId, "a chapter and a number such as 3.10"))
        ?? OneOf("Severity", finding.Severity, Severities)
        ?? OneOf("Status", finding.Status, Statuses)
        ?? Empty("AccountId", finding.AccountId)
        ?? Empty("Region", finding.Region)
        ?? Empty("ResourceId", finding.ResourceId);

    private static string? Empty(string member, string? text) => string.IsNullOrEmpty(text) ? $"its {member} is empty" : null;

    private static string? OneOf(string member, string? text, string[] names) =>
        names.Contains(text, StringComparer.Ordinal) ? null : Expected(member, text, $"one of {string.Join(", ", names)}");

    private static string Expected(string member, string? text, string expected) => $"its {member} is '{text}', where {expected} is expected";
}
