namespace CisPosture.Core.Tests.Catalogue;

public sealed class BenchmarkCatalogueSelectionTests
{
    private static BenchmarkCatalogue Catalogue => BenchmarkCatalogue.Current;

    public static TheoryData<string> NotIds => ["abc", "3", "3.", ".3", "3.x", "3.1.2", "1,2", "-1.2", "1.-2", "0.1", "1.0", "1.02", "01.2", "1.1000", "", " ", "1 .2", "٣.١"];

    public static TheoryData<string> NotThere => ["1.15", "1.17", "1.18", "1.19", "1.21", "1.23", "2.10", "3.15", "4.4", "5.1", "999.999"];

    [Theory]
    [InlineData("2.2.", "2.2")]
    [InlineData("1.20", "1.20")]
    [InlineData(" 3.10 ", "3.10")]
    public void Ids_as_the_source_document_prints_them_are_found(string written, string id)
    {
        Assert.Equal(id, Catalogue[written].Id);
        Assert.Equal([id], Selected(written));
    }

    [Theory]
    [MemberData(nameof(NotThere))]
    public void A_number_that_Security_Hub_does_not_judge_is_an_error_that_says_so(string id)
    {
        AssertFails(ErrorId.ControlNotFound, id, () => Catalogue[id]);
        AssertFails(ErrorId.ControlNotFound, id, () => Catalogue.Select([id]));
        var error = Assert.Throws<PostureException>(() => Catalogue[id]);
        Assert.Contains("Security Hub", error.Message, StringComparison.Ordinal);
        Assert.Contains(id, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(NotIds))]
    public void What_is_no_id_is_an_error_that_shows_how_to_write_one(string text)
    {
        AssertFails(ErrorId.ControlIdInvalid, text, () => Catalogue[text]);
        AssertFails(ErrorId.ControlIdInvalid, text, () => Catalogue.Select([text]));
        Assert.Contains("3.10", Assert.Throws<PostureException>(() => Catalogue[text]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Control_1_1_is_not_1_10_and_1_2_is_not_1_20()
    {
        Assert.NotEqual(Catalogue["1.1"], Catalogue["1.10"]);
        Assert.NotEqual(Catalogue["1.2"], Catalogue["1.20"]);
        Assert.Equal(["1.1"], Selected("1.1"));
    }

    [Theory]
    [InlineData("4.*", new[] { "4.1", "4.2", "4.3" })]
    [InlineData("1.1?", new[] { "1.10", "1.11", "1.12", "1.13", "1.14", "1.16" })]
    [InlineData("1.2*", new[] { "1.2", "1.20", "1.22" })]
    [InlineData("*.1", new[] { "1.1", "2.1", "3.1", "4.1" })]
    [InlineData("?.9", new[] { "1.9", "2.9", "3.9" })]
    public void Wildcards_choose_by_the_text_of_the_number(string pattern, string[] expected) => Assert.Equal(expected, Selected(pattern));

    [Fact]
    public void A_star_chooses_all_of_them() => Assert.Equal(Catalogue.Controls, Catalogue.Select(["*"]));

    [Fact]
    public void A_dot_in_a_pattern_is_a_dot_and_not_any_character() => Assert.Equal(14, Catalogue.Select(["3.*"]).Count);

    [Fact]
    public void Each_control_is_chosen_once_and_in_order_whatever_the_order_of_the_patterns() =>
        Assert.Equal(["1.1", "1.2", "1.20", "1.22", "4.3"], Selected("4.3", "1.2*", "1.1", "1.20", "4.3"));

    [Fact]
    public void No_pattern_chooses_nothing() => Assert.Empty(Catalogue.Select([]));

    [Theory]
    [InlineData("9.*")]
    [InlineData("1.15*")]
    [InlineData("?")]
    [InlineData("..*")]
    public void A_pattern_that_matches_nothing_is_an_error(string pattern) => AssertFails(ErrorId.ControlNotFound, pattern, () => Catalogue.Select([pattern]));

    [Theory]
    [InlineData("a*")]
    [InlineData("3.* ")]
    [InlineData("[1-2].*")]
    [InlineData("3,*")]
    public void A_pattern_of_other_characters_is_an_error(string pattern) => AssertFails(ErrorId.ControlIdInvalid, pattern, () => Catalogue.Select([pattern]));

    [Fact]
    public void One_bad_pattern_among_good_ones_is_an_error() => AssertFails(ErrorId.ControlNotFound, "1.15", () => Catalogue.Select(["1.1", "1.15", "2.*"]));

    private static IEnumerable<string> Selected(params string[] patterns) => Catalogue.Select(patterns).Select(control => control.Id);

    private static void AssertFails(string errorId, string target, Func<object> act)
    {
        var error = Assert.Throws<PostureException>(act);
        Assert.Equal(errorId, error.ErrorId);
        Assert.Equal(target, error.Target);
    }
}
