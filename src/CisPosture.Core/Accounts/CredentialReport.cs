namespace CisPosture.Accounts;

/// <summary>The IAM credential report: one row a user and one for root, as generated at a time that may lie up to four hours back.</summary>
public sealed record CredentialReport
{
    /// <summary>When AWS made the report.</summary>
    public required DateTimeOffset GeneratedTime { get; init; }

    /// <summary>The rows, root's among them.</summary>
    public required IReadOnlyList<CredentialReportRow> Rows { get; init; }
}
