using System.Text.RegularExpressions;
using CisPosture.Help.Pages;

namespace CisPosture.Tests.Help;

/// <summary>Holds the pages of the cmdlets to the cmdlets, and to being complete.</summary>
public sealed partial class CmdletPageTests
{
    private const string RefreshAdvice = "Build, run 'dotnet run --project src/CisPosture.Help -- refresh', and look at what changed.";

    public static TheoryData<string> Names => HelpSource.CmdletNames;

    [Fact]
    public void Every_cmdlet_has_a_page_and_every_page_a_cmdlet()
    {
        var (cmdlets, pages) = (HelpSource.Cmdlets.Select(cmdlet => cmdlet.Name).ToList(), HelpSource.Pages.Select(page => page.Name).ToList());

        Assert.True(!cmdlets.Except(pages).Any(), $"No page tells of {string.Join(", ", cmdlets.Except(pages))}. {RefreshAdvice}");
        Assert.True(!pages.Except(cmdlets).Any(), $"The module does not export {string.Join(", ", pages.Except(cmdlets))}: delete these pages of docs/en-US.");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_follows_from_the_cmdlet_is_up_to_date(string name)
    {
        var page = PageText.Read(Path.Combine(HelpSource.Folder, $"{name}.md"));

        Assert.True(PageRefresh.Refresh(page, HelpSource.Cmdlet(name)) == page.Text, $"docs/en-US/{name}.md is not what the cmdlet is. {RefreshAdvice}");
        Assert.Empty(PageRefresh.Strangers(page, HelpSource.Cmdlet(name)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_is_left_to_be_written(string name)
    {
        var marked = File.ReadLines(Path.Combine(HelpSource.Folder, $"{name}.md")).Where(Mark.IsIn);

        Assert.True(!marked.Any(), $"docs/en-US/{name}.md still has: {string.Join("; ", marked)}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_page_tells_what_the_cmdlet_does_takes_and_emits(string name)
    {
        var page = HelpSource.Page(name);

        Assert.True(page.Synopsis.EndsWith('.'), $"The synopsis of {name} is no sentence: {page.Synopsis}");
        Assert.NotEmpty(page.Description);
        Assert.NotEmpty(page.Examples);
        Assert.All(page.Parameters, parameter => Assert.True(parameter.Text.Count > 0, $"docs/en-US/{name}.md says nothing of -{parameter.Name}."));
        Assert.NotEmpty(page.Inputs);
        Assert.All(page.Outputs, type => Assert.True(type.Text.Count > 0, $"docs/en-US/{name}.md does not say what {type.Name} is good for, or when it comes."));
        Assert.Equal(HelpSource.Cmdlet(name).Outputs.Order(StringComparer.Ordinal), page.Outputs.Select(type => type.Name).Order(StringComparer.Ordinal));
        Assert.Equal(HelpSource.Cmdlet(name).Inputs is ["None"], page.Inputs is [{ Name: "None" }]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_page_refers_only_to_what_there_is(string name)
    {
        var known = HelpSource.Pages.Select(page => page.Name).Concat(HelpSource.Topics.Select(topic => topic.Name)).ToHashSet(StringComparer.Ordinal);

        Assert.All(HelpSource.Page(name).Links, link => Assert.True(link.Address.Length > 0 || known.Contains(link.Text), $"docs/en-US/{name}.md refers to {link.Text}, which is neither a cmdlet nor a topic."));
        Assert.All(
            Reference().Matches(File.ReadAllText(Path.Combine(HelpSource.Folder, $"{name}.md"))),
            reference => Assert.True(known.Contains(reference.Value), $"docs/en-US/{name}.md names {reference.Value}, which does not exist."));
    }

    [GeneratedRegex(@"\b([A-Z][a-z]+-Cis[A-Z][A-Za-z]+|about_CisPosture\w*)(?!\w|\*)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reference();
}
