namespace CisPosture.Reports.Html;

/// <summary>A control in the page's data.</summary>
/// <param name="Id">The control, such as "3.10".</param>
/// <param name="Title">Its title.</param>
/// <param name="Section">Its section.</param>
internal sealed record ListedControl(string Id, string Title, string Section)
{
    public static ListedControl Of(CisFinding finding) =>
        new(finding.Control.ToString(), VisibleText.InOneDirection(finding.Title), BenchmarkSection.Of(finding.ControlId));
}
