using System.Security.Cryptography;
using System.Text;
using AngleSharp.Dom;
using CisPosture.Core.Tests.Findings;

namespace CisPosture.Reports.Tests.Html;

public sealed partial class HtmlEscapingTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("</script><img src=x onerror=alert(1)>")]
    [InlineData("<!--<script>")]
    [InlineData("--> ]]> </title></style></noscript><svg onload=alert(1)>")]
    [InlineData("\" onmouseover=\"alert(1)")]
    [InlineData("' onfocus='alert(1)")]
    [InlineData("\u2028\u2029")]
    [InlineData("{{ script.text | raw }}{% findings %}")]
    public void A_name_is_shown_as_it_is_and_does_nothing(string name)
    {
        var finding = SampleFindings.Of("4.1", resourceId: name) with { Reason = name, Title = name, Guidance = name };
        var page = ParsedPage.Of(Support.Reports.Of(finding) with { Title = name });

        Assert.Equal(name, page.Document.QuerySelector("h1")!.TextContent);
        Assert.Equal(name, page.Document.QuerySelector(".paper .name")!.TextContent);
        Assert.Equal(name, Assert.Single(page.Rows)["resource"]);
        Assert.Equal(ParsedPage.Of(Support.Reports.Of(Harmless(finding)) with { Title = "x" }).Skeleton, page.Skeleton);
    }

    [Fact]
    public void What_turns_text_around_is_written_out()
    {
        var page = ParsedPage.Of(SampleFindings.Of("4.1", resourceId: "\u202Egnp.exe"));

        Assert.Equal(@"\u202Egnp.exe", Assert.Single(page.Rows)["resource"]);
        Assert.Equal(@"\u202Egnp.exe", page.Document.QuerySelector(".paper .name")!.TextContent);
        Assert.DoesNotContain('\u202E', page.Text);
    }

    [Fact]
    public void The_page_allows_its_own_script_and_styles_and_nothing_else()
    {
        var page = ParsedPage.Of(SampleFindings.Of("4.1"));
        var policy = page.Document.QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content")!
            .Split(';').Select(directive => directive.Trim().Split(' ', 2)).ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);
        var styles = page.Document.QuerySelectorAll("style").Concat(page.Document.QuerySelectorAll("noscript").SelectMany(StylesIn)).ToList();

        Assert.Equal("'none'", policy["default-src"]);
        Assert.Equal(2, styles.Count);
        Assert.Equal(styles.Select(Source), policy["style-src"].Split(' '));
        Assert.Equal([Source(Assert.Single(page.Document.QuerySelectorAll("script:not([data-block])")))], policy["script-src"].Split(' '));
        Assert.Equal("data:", policy["img-src"]);
    }

    [Fact]
    public void The_page_asks_for_nothing_from_elsewhere()
    {
        var page = ParsedPage.Of(SampleFindings.Of("4.1"));
        var attributes = page.Document.All.SelectMany(element => element.Attributes).ToList();
        var links = attributes.Where(attribute => attribute.Name is "href" or "src" or "srcset" or "action" or "formaction" or "data" or "poster" or "xlink:href").ToList();

        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.True(link.Value.StartsWith('#') || link.Value.StartsWith("data:", StringComparison.Ordinal), $"{link.Name}={link.Value} leads out of the page."));
        Assert.DoesNotContain(attributes, attribute => attribute.Name == "style" || attribute.Name.StartsWith("on", StringComparison.Ordinal));
        Assert.All(page.Document.QuerySelectorAll("style, script:not([data-block])"), own =>
        {
            Assert.DoesNotContain("@import", own.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain("innerHTML", own.TextContent, StringComparison.Ordinal);
            Assert.DoesNotMatch(@"url\((?!#)", own.TextContent);
        });
    }

    private static string Source(IElement element) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(element.TextContent)))}'";

    // Where scripts run, what stands in it is text to the parser.
    private static IEnumerable<IElement> StylesIn(IElement noScript) =>
        new AngleSharp.Html.Parser.HtmlParser().ParseDocument(noScript.TextContent).QuerySelectorAll("style");

    private static CisFinding Harmless(CisFinding finding) => finding with
    {
        Title = "x",
        ResourceId = "x",
        Reason = "x",
        Guidance = "x",
        RepairCommand = finding.RepairCommand is { Length: > 0 } ? "x" : null,
        Suppression = finding.Suppression is null ? null : finding.Suppression with { Reason = "x", Owner = "x" },
    };
}
