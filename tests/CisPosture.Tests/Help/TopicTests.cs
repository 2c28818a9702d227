using System.Reflection;
using CisPosture.Help.Formats;
using CisPosture.Help.Pages;

namespace CisPosture.Tests.Help;

/// <summary>Holds the about topics to what they tell of.</summary>
public sealed class TopicTests
{
    private const string Errors = "about_CisPosture_Errors";

    public static TheoryData<string> Names => [.. HelpSource.Topics.Select(topic => topic.Name)];

    [Fact]
    public void There_is_a_topic_for_each_matter_that_is_more_than_one_cmdlet() => Assert.Equal(
        ["about_CisPosture", "about_CisPosture_Credentials", Errors, "about_CisPosture_Repair", "about_CisPosture_Suppression"],
        HelpSource.Topics.Select(topic => topic.Name));

    [Fact]
    public void The_topic_of_errors_names_every_error_id_and_no_other()
    {
        var told = HelpSource.AllParts(HelpSource.Topics.Single(topic => topic.Name == Errors).Parts).Where(part => part.Level == 4).ToList();
        var ids = typeof(ErrorId).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!).ToList();

        var (missing, strange) = (ids.Except(told.Select(part => part.Title)).ToList(), told.Select(part => part.Title).Except(ids).ToList());
        Assert.True(missing.Count == 0, $"docs/en-US/{Errors}.md has no heading of the fourth level for {string.Join(", ", missing)}. Tell there what it means and the way out.");
        Assert.True(strange.Count == 0, $"docs/en-US/{Errors}.md tells of {string.Join(", ", strange)}, which ErrorId does not have.");
        Assert.All(told, part => Assert.True(part.Text.Count > 0, $"docs/en-US/{Errors}.md says nothing of {part.Title}."));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_topic_fits_a_console_of_80_columns_and_begins_as_Get_Help_reads_it(string name)
    {
        var topic = HelpSource.Topics.Single(topic => topic.Name == name);
        var lines = TopicWriter.Write(topic).Split('\n');

        Assert.Equal(["TOPIC", $"    {name}", "", "SHORT DESCRIPTION"], lines.Take(4));
        // Code stands as it is, further in.
        Assert.All(lines.Where(line => !line.StartsWith("        ", StringComparison.Ordinal)), line => Assert.InRange(line.Length, 0, TopicWriter.Width));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_of_a_topic_is_left_to_be_written(string name) =>
        Assert.DoesNotContain(HelpSource.AllParts(HelpSource.Topics.Single(topic => topic.Name == name).Parts), part => part.Text.Any(block => Mark.IsIn(block.Text)));
}
