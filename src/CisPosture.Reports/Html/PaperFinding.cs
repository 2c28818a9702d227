namespace CisPosture.Reports.Html;

/// <summary>A finding on paper.</summary>
internal sealed record PaperFinding(string ControlId, string Status, string Resource, string Place, string Reason, string Suppression)
{
    public static PaperFinding Of(CisFinding finding) => new(
        finding.ControlId,
        finding.Status == nameof(FindingStatus.NotAvailable) ? "Not available" : finding.Status,
        VisibleText.InOneDirection(finding.ResourceId),
        VisibleText.InOneDirection($"{finding.AccountId} {finding.Region}"),
        VisibleText.InOneDirection(finding.Reason),
        finding.Suppression is { } suppression ? VisibleText.InOneDirection(Words(suppression)) : string.Empty);

    private static string Words(CisSuppression suppression) =>
        $"{suppression.Reason} Owner: {suppression.Owner ?? "not named"}. {(suppression.Expires == CisSuppression.Never ? "Never expires." : $"Until {suppression.Expires}.")}";
}
