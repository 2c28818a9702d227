namespace CisPosture.Core.Tests.Catalogue;

public sealed class GuidanceTests
{
    private const int MostWords = 25;
    private const int MostSentences = 5;

    // No program may do these, so a person needs every step.
    private static readonly string[] NeedsPerson = ["1.2", "1.12", "1.13", "1.14"];

    public static TheoryData<string> Ids => [.. BenchmarkCatalogue.Current.Controls.Select(control => control.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Guidance_is_made_of_short_whole_sentences(string id)
    {
        var sentences = SentencesOf(id);
        Assert.InRange(sentences.Count, 2, NeedsPerson.Contains(id, StringComparer.Ordinal) ? 10 : MostSentences);
        Assert.All(sentences, sentence =>
        {
            Assert.True(char.IsUpper(sentence[0]) || char.IsDigit(sentence[0]), $"{id}: '{sentence}' does not begin like a sentence.");
            Assert.InRange(sentence.Split(' ').Length, 3, MostWords);
        });
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Guidance_is_plain_text_on_one_line(string id)
    {
        var guidance = BenchmarkCatalogue.Current[id].Guidance;
        Assert.DoesNotContain("  ", guidance, StringComparison.Ordinal);
        Assert.DoesNotContain(guidance, char.IsControl);
        Assert.DoesNotContain("http", guidance, StringComparison.OrdinalIgnoreCase);
        Assert.EndsWith(".", guidance, StringComparison.Ordinal);
    }

    [Fact]
    public void No_two_controls_have_the_same_guidance()
    {
        var controls = BenchmarkCatalogue.Current.Controls;
        Assert.Equal(controls.Count, controls.Select(control => control.Guidance).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void Only_families_of_controls_share_sentences()
    {
        foreach (var shared in BenchmarkCatalogue.Current.Controls
            .SelectMany(control => SentencesOf(control.Id).Select(sentence => (control, sentence)))
            .GroupBy(row => row.sentence, row => row.control, StringComparer.Ordinal)
            .Where(group => group.Count() > 1))
        {
            Assert.True(
                shared.Select(control => control.RepairCommand).Distinct(StringComparer.Ordinal).Count() == 1 || shared.All(control => !control.IsRepairable),
                $"'{shared.Key}' stands in {string.Join(", ", shared.Select(control => control.Id))}, which are mended in different ways.");
        }
    }

    [Theory]
    [InlineData("1.2", "Assign MFA device", "second device", "four hours")]
    [InlineData("1.12", "Sign in to the console as root", "Deactivate", "delete the key")]
    [InlineData("1.13", "Sign in to the console as root", "Assign MFA device", "second device")]
    [InlineData("1.14", "Sign in to the console as root", "Assign MFA device", "remove it")]
    public void What_only_a_person_can_do_is_told_step_by_step(string id, params string[] steps)
    {
        var guidance = BenchmarkCatalogue.Current[id].Guidance;
        var places = steps.Select(step => guidance.IndexOf(step, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Theory]
    [InlineData("1.4", "stops at once")]
    [InlineData("1.11", "locked out")]
    [InlineData("1.14", "lock yourself out")]
    [InlineData("1.16", "without rights")]
    [InlineData("1.22", "lock yourself out")]
    [InlineData("2.1", "free of charge")]
    [InlineData("2.5", "costs")]
    [InlineData("2.7", "kms:Decrypt")]
    [InlineData("2.9", "costs")]
    [InlineData("4.1", "lock yourself out")]
    [InlineData("4.2", "lock yourself out")]
    [InlineData("4.3", "loses every connection")]
    public void What_may_go_wrong_is_said_beforehand(string id, string warning) =>
        Assert.Contains(warning, BenchmarkCatalogue.Current[id].Guidance, StringComparison.Ordinal);

    [Fact]
    public void Guidance_of_1_22_speaks_of_users_groups_and_roles() =>
        Assert.Contains("users, groups and roles", BenchmarkCatalogue.Current["1.22"].Guidance, StringComparison.Ordinal);

    private static List<string> SentencesOf(string id) =>
        [.. BenchmarkCatalogue.Current[id].Guidance.TrimEnd('.').Split(". ", StringSplitOptions.None)];
}
