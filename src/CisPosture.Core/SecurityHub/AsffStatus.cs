namespace CisPosture.SecurityHub;

/// <summary>Statuses as the format spells them.</summary>
internal static class AsffStatus
{
    public const string New = "NEW";
    public const string Notified = "NOTIFIED";
    public const string Resolved = "RESOLVED";
    public const string Suppressed = "SUPPRESSED";
    public const string Active = "ACTIVE";
    public const string Archived = "ARCHIVED";

    private const string NotAvailable = "NOT_AVAILABLE";

    public static string Of(FindingStatus status) => status == FindingStatus.NotAvailable ? NotAvailable : status.ToString().ToUpperInvariant();

    /// <summary>The status that a text spells; null for a text that spells none.</summary>
    public static FindingStatus? Read(string? text) =>
        Enum.GetValues(typeof(FindingStatus)).Cast<FindingStatus>().Where(status => Of(status) == text).Select(status => (FindingStatus?)status).FirstOrDefault();
}
