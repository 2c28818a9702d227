namespace CisPosture.Reports.Html;

/// <summary>A finding on paper.</summary>
/// <param name="Status">Its status.</param>
/// <param name="Resource">The resource.</param>
/// <param name="Place">The Region, with the account where there are several.</param>
/// <param name="Reason">Why.</param>
/// <param name="Suppression">Why it is accepted, by whom and until when; empty where it is not.</param>
internal sealed record PaperFinding(string Status, string Resource, string Place, string Reason, string Suppression)
{
    public static PaperFinding Of(CisFinding finding, bool withAccount) => new(
        finding.Status == nameof(FindingStatus.NotAvailable) ? "Not available" : finding.Status,
        VisibleText.InOneDirection(finding.ResourceId),
        VisibleText.InOneDirection(withAccount ? $"{finding.AccountId} {finding.Region}" : finding.Region),
        VisibleText.InOneDirection(finding.Reason),
        finding.Suppression is { } suppression ? VisibleText.InOneDirection(Words(suppression)) : string.Empty);

    private static string Words(CisSuppression suppression) =>
        $"{suppression.Reason} Owner: {suppression.Owner ?? "not named"}. {(suppression.Expires == CisSuppression.Never ? "Never expires." : $"Until {suppression.Expires}.")}";
}
