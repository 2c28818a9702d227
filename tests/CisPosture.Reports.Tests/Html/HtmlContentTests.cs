using System.Globalization;
using AngleSharp.Dom;
using CisPosture.Core.Tests.Findings;

namespace CisPosture.Reports.Tests.Html;

public sealed partial class HtmlContentTests
{
    private static readonly CisSuppression Accepted = new() { Reason = "Replaced in Q3.", Owner = "platform@example.com", Expires = "2026-12-31", Path = "accepted.yaml", Line = 12 };

    [Fact]
    public void No_finding_is_lost_where_a_block_ends_and_the_next_begins()
    {
        var findings = Enumerable.Range(0, 2001).Select(number => SampleFindings.Of("4.1", resourceId: $"sg-{number}") with { Guidance = $"Guidance {number % 7}" }).ToList();
        var page = ParsedPage.Of(findings);

        Assert.Equal(findings.Select(finding => finding.ResourceId), page.Rows.Select(row => (string?)row["resource"]));
        Assert.Equal(findings.Select(finding => finding.Guidance), page.Details.Select(details => (string?)details["guidance"]));
        Assert.Equal(3, page.Document.QuerySelectorAll("script[data-block=rows]").Length);
    }

    [Fact]
    public void The_parts_of_a_bar_fill_it_without_gap_or_overlap()
    {
        var findings = Enumerable.Range(1, 11).Select(number => SampleFindings.Of($"1.{number}", number switch { < 4 => "Failed", < 7 => "Passed", 7 => "Warning", _ => "Passed" }) with { Suppression = number == 9 ? Accepted : null });
        var parts = ParsedPage.Of(findings).Document.QuerySelector(".row .bar")!.QuerySelectorAll("rect").Select(part => (X: Percent(part, "x"), Width: Percent(part, "width"))).ToList();

        Assert.Equal(4, parts.Count);
        var end = 0.0;
        Assert.All(parts, part =>
        {
            Assert.Equal(end, part.X, 0.01);
            end = part.X + part.Width;
        });
        Assert.Equal(100, end, 0.01);
    }

    [Fact]
    public void A_suppressed_finding_keeps_its_status_and_says_why_who_and_until_when()
    {
        var page = ParsedPage.Of(SampleFindings.Of("4.1") with { Suppression = Accepted });
        var row = Assert.Single(page.Rows);

        Assert.Equal("Failed", page.Listed("statuses", row["status"]));
        Assert.Equal(("Replaced in Q3.", "platform@example.com", "2026-12-31", "accepted.yaml, line 12"), (
            page.Listed("suppressions", row["suppression"], "reason"),
            page.Listed("suppressions", row["suppression"], "owner"),
            page.Listed("suppressions", row["suppression"], "expires"),
            page.Listed("suppressions", row["suppression"], "rule")));
        var paper = page.Document.QuerySelector(".paper")!.TextContent;
        Assert.Contains("Failed.", paper, StringComparison.Ordinal);
        Assert.Contains("Replaced in Q3. Owner: platform@example.com. Until 2026-12-31.", paper, StringComparison.Ordinal);
    }

    [Fact]
    public void Paper_lists_what_failed_with_what_to_do_and_says_what_it_leaves_out()
    {
        var findings = Enumerable.Range(0, 3000).Select(number => SampleFindings.Of("4.1", resourceId: $"sg-{number}"))
            .Append(SampleFindings.Of("1.2", resourceId: "alice") with { Guidance = "Give alice a second factor." })
            .Append(SampleFindings.Of("2.1", "Passed"));
        var paper = ParsedPage.Of(findings).Document.QuerySelector(".paper")!;

        Assert.Equal(500, paper.QuerySelectorAll("td.name").Length);
        Assert.Contains("alice", paper.QuerySelectorAll("td.name").Select(cell => cell.TextContent));
        Assert.Contains("Give alice a second factor.", paper.TextContent, StringComparison.Ordinal);
        Assert.Contains("and 2,501 more findings", Assert.Single(paper.QuerySelectorAll(".omitted")).TextContent, StringComparison.Ordinal);
        Assert.Contains("Of 3,002 findings, paper leaves out 2,501 failed, 1 passed.", paper.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Paper_names_each_account_where_there_are_several()
    {
        var one = ParsedPage.Of(SampleFindings.Of("4.1")).Document;
        var two = ParsedPage.Of(SampleFindings.Of("4.1"), SampleFindings.Of("4.1", accountId: "222233334444")).Document;

        Assert.Equal("us-east-1", one.QuerySelector(".paper td.place")!.TextContent);
        Assert.Equal(["111122223333 us-east-1", "222233334444 us-east-1"], two.QuerySelectorAll(".paper td.place").Select(cell => cell.TextContent));
    }

    [Fact]
    public void A_report_of_nothing_says_so()
    {
        var page = ParsedPage.Of().Document;

        Assert.Equal("There are no findings in this report.", page.QuerySelector("#findings")!.TextContent);
        Assert.Equal("–", page.QuerySelector(".ring .value")!.TextContent);
    }

    [Fact]
    public void Findings_of_controls_that_Security_Hub_does_not_judge_have_a_section_too()
    {
        var page = ParsedPage.Of(SampleFindings.Of("1.15"), SampleFindings.Of("7.1"));
        Assert.Equal(["Identity and Access Management", "Other controls"], page.Document.QuerySelectorAll(".tiles h3").Select(heading => heading.TextContent));
    }

    private static string Told(CisFinding finding) => string.Join('\n', ((string?[])
    [
        finding.ControlId, finding.Status, finding.Severity, finding.AccountId, finding.Region, finding.ResourceId, finding.ResourceType, finding.Reason, finding.ReasonCode,
        finding.ConfigRule, finding.RepairCommand, finding.Guidance, finding.Repair?.ToString(), finding.ChangeKind, finding.Suppression?.Reason, finding.Suppression?.Owner,
        finding.Suppression?.Expires, .. finding.Notes, .. finding.Evidence.Select(fact => fact.Key + FactText.Of(fact.Value)),
    ]).Select(Visible));

    private static string Told(ParsedPage page, IReadOnlyDictionary<string, object?> row, IReadOnlyDictionary<string, object?> details) => string.Join('\n', ((string?[])
    [
        page.Listed("controls", row["control"], "id"), page.Listed("statuses", row["status"]), page.Listed("severities", row["severity"]), page.Listed("accounts", row["account"]),
        page.Listed("regions", row["region"]), (string?)row["resource"], (string?)row["resourceType"], (string?)row["reason"], (string?)details["reasonCode"], (string?)details["configRule"],
        (string?)details["repairCommand"], (string?)details["guidance"], (string?)details["repair"], page.Listed("changes", row["change"]),
        page.Listed("suppressions", row["suppression"], "reason"), page.Listed("suppressions", row["suppression"], "owner"), page.Listed("suppressions", row["suppression"], "expires"),
        .. ((object?[])details["notes"]!).Cast<string>(),
        .. ((object?[])details["evidence"]!).Chunk(2).Select(fact => (string?)fact[0] + (fact[1] is object?[] list ? string.Join(", ", list) : (string?)fact[1])),
    ]).Select(text => text ?? string.Empty));

    private static string Visible(string? text) => VisibleText.InOneDirection(text ?? string.Empty);

    private static IElement Chip(IDocument page, int category) => page.QuerySelectorAll(".chip").Single(chip => chip.QuerySelector($"[name=status][value='{category}']") is not null).QuerySelector("output")!;

    private static int Number(IElement element) => int.Parse(element.TextContent, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    private static double Percent(IElement element, string attribute) => double.Parse(element.GetAttribute(attribute)!.TrimEnd('%'), CultureInfo.InvariantCulture);
}
