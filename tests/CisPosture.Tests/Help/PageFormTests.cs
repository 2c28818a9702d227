using CisPosture.Help;
using CisPosture.Help.Formats;
using CisPosture.Help.Pages;

namespace CisPosture.Tests.Help;

/// <summary>What the tool makes of pages: what it writes into them, and what it says of those that are wrong.</summary>
public sealed class PageFormTests
{
    private const string Cmdlet = "Get-CisScan";

    [Theory]
    [InlineData("# Get-CisScan", "# Get-CisScam", "The heading is 'Get-CisScam', the file is called Get-CisScan.md.")]
    [InlineData("schema: 2.0.0", "schema: 1.0.0", "lack 'schema: 2.0.0'")]
    [InlineData("## DESCRIPTION", "## DESCRIBTION", "Here ought to be '## DESCRIPTION', not '## DESCRIBTION'.")]
    [InlineData("### Example 1: ", "### Example 2: ", "The heading of an example is 'Example 1: '")]
    [InlineData("```powershell\n", "```pwsh\n", "The example has no ```powershell block.")]
    [InlineData("```powershell\n", "<!-- account: mine -->\n```powershell\n", "'<!-- account: mine -->' is no mark.")]
    [InlineData("### -Path\n", "### Path\n", "The heading of a parameter is '### -Name'; here it is '### Path'.")]
    [InlineData("Required: False\n", "", "The block lacks the line 'Required:'.")]
    [InlineData("## DESCRIPTION\n", "## DESCRIPTION\n\n> Quoted.\n\n", "A help text cannot hold a QuoteBlock.")]
    [InlineData("## NOTES\n", "## NOTES\n\n### More\n", "'## NOTES' has no headings below it.")]
    public void A_page_of_wrong_form_is_told_of_with_file_and_line(string right, string wrong, string problem)
    {
        var good = Page();
        var bad = PageText.Of(good.File, Replaced(good.Text, right, wrong));

        var error = Assert.Throws<PageException>(() => HelpPageReader.Read(bad));

        Assert.Matches(@"^Get-CisScan\.md\([1-9][0-9]*\): error HELP001: ", error.Message);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_line_that_is_told_is_the_one_that_is_wrong()
    {
        var good = Page();
        var bad = PageText.Of(good.File, Replaced(good.Text, "## NOTES", "## NOTE"));

        var error = Assert.Throws<PageException>(() => HelpPageReader.Read(bad));

        var line = 1 + Array.IndexOf(bad.Text.Split('\n'), "## NOTE");
        Assert.StartsWith($"Get-CisScan.md({line}): ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_wrong_pages_are_told_of_at_once_and_nothing_is_written()
    {
        var folder = Directory.CreateTempSubdirectory("cisposture-help-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "Get-CisScan.md"), "# Get-CisScan\n");
            File.WriteAllText(Path.Combine(folder.FullName, "about_Nothing.md"), "# about_Nothing\n");
            var output = Path.Combine(folder.FullName, "out");

            var error = Assert.Throws<AggregateException>(() => HelpFolder.Write(folder.FullName, output));

            Assert.Equal(2, error.InnerExceptions.Count);
            Assert.False(Directory.Exists(output));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Refreshing_restores_what_follows_from_the_cmdlet_and_keeps_what_people_wrote()
    {
        var good = Page();
        var stale = PageText.Of(good.File, Replaced(Replaced(good.Text, "[[-Path] <String>] ", ""), "Position: 0", "Position: 7"));

        Assert.NotEqual(good.Text, stale.Text);
        Assert.Equal(good.Text, PageRefresh.Refresh(stale, HelpSource.Cmdlet(Cmdlet)));
    }

    [Fact]
    public void Refreshing_marks_a_parameter_of_which_the_page_says_nothing_and_takes_out_one_that_is_gone()
    {
        var good = Page();
        var stale = PageText.Of(good.File, Replaced(good.Text, "### -Path\n", "### -Folder\n"));

        var fresh = PageText.Of(good.File, PageRefresh.Refresh(stale, HelpSource.Cmdlet(Cmdlet)));

        Assert.Equal(["-Folder"], PageRefresh.Strangers(stale, HelpSource.Cmdlet(Cmdlet)));
        Assert.Empty(PageRefresh.Strangers(fresh, HelpSource.Cmdlet(Cmdlet)));
        Assert.True(Mark.IsIn(Assert.Single(HelpPageReader.Read(fresh).Parameters).Text[0].Text));
    }

    [Fact]
    public void A_new_page_is_of_the_form_and_marks_what_is_to_be_written()
    {
        var page = PageText.Of($"{Cmdlet}.md", PageRefresh.Skeleton(HelpSource.Cmdlet(Cmdlet)));

        Assert.True(Mark.IsIn(HelpPageReader.Read(page).Synopsis));
        Assert.Equal(page.Text, PageRefresh.Refresh(page, HelpSource.Cmdlet(Cmdlet)));
    }

    [Fact]
    public void Markup_becomes_plain_text()
    {
        var page = PageText.Of("about_X.md", """
            # about_X

            ## SHORT DESCRIPTION
            Tells of `Get-CisScan` and *more*, see [the page](https://example.com/page) and [Get-CisScan](Get-CisScan.md).

            ## LONG DESCRIPTION
            1. First, a sentence that is so long that it does not fit into a line of eighty columns.
            2. Second.

            ```
            Get-CisScan
            ```
            """);

        Assert.Equal(
            """
            TOPIC
                about_X

            SHORT DESCRIPTION
                Tells of Get-CisScan and more, see the page (https://example.com/page) and
                Get-CisScan.

            LONG DESCRIPTION
                1. First, a sentence that is so long that it does not fit into a line of
                   eighty columns.
                2. Second.

                    Get-CisScan

            """.ReplaceLineEndings("\n"),
            TopicWriter.Write(TopicReader.Read(page)));
    }

    private static PageText Page() => PageText.Of($"{Cmdlet}.md", File.ReadAllText(Path.Combine(HelpSource.Folder, $"{Cmdlet}.md")));

    private static string Replaced(string text, string right, string wrong)
    {
        Assert.True(text.Contains(right, StringComparison.Ordinal), $"The page that this test spoils does not say '{right}'.");
        var place = text.IndexOf(right, StringComparison.Ordinal);
        return string.Concat(text.AsSpan(0, place), wrong, text.AsSpan(place + right.Length));
    }
}
