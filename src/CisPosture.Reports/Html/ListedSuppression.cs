namespace CisPosture.Reports.Html;

/// <summary>A rule that accepts findings, in the page's data.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Owner">Who answers for it; null where the rule does not say.</param>
/// <param name="Expires">Until when.</param>
/// <param name="Rule">The file and line.</param>
internal sealed record ListedSuppression(string Reason, string? Owner, string Expires, string Rule)
{
    public static ListedSuppression Of(CisSuppression suppression) => new(
        VisibleText.InOneDirection(suppression.Reason),
        suppression.Owner is { } owner ? VisibleText.InOneDirection(owner) : null,
        VisibleText.InOneDirection(suppression.Expires),
        VisibleText.InOneDirection(FormattableString.Invariant($"{suppression.Path}, line {suppression.Line}")));
}
