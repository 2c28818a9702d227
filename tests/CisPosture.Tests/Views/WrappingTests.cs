using CisPosture.Views;

namespace CisPosture.Tests.Views;

public sealed class WrappingTests
{
    [Theory]
    [InlineData("one two three", 20, "one two three")]
    [InlineData("one two three", 13, "one two three")]
    [InlineData("one two three", 12, "one two\nthree")]
    [InlineData("one extraordinarily two", 8, "one\nextraord\ninarily\ntwo")]
    [InlineData("extraordinarily", 5, "extra\nordin\narily")]
    [InlineData("abc\U0001F600def", 4, "abc\n\U0001F600de\nf")]
    [InlineData(" one ", 10, "one")]
    [InlineData("", 10, "")]
    public void Text_breaks_between_words_and_inside_only_where_a_word_is_longer_than_a_line(string text, int width, string lines) => Assert.Equal(lines, Wrapping.Words(text, width));

    [Theory]
    [InlineData("one two three", 13, "one two three\nlast")]
    [InlineData("one two three", 9, "one two\n  three\nlast")]
    [InlineData("one extraordinarily", 8, "one\n  extrao\n  rdinar\n  ily\nlast")]
    public void What_goes_on_below_is_indented(string text, int width, string lines) => Assert.Equal(lines, Wrapping.Items([text, "last"], width));

    [Fact]
    public void A_host_without_a_screen_has_120_columns_of_which_the_last_stays_free() => Assert.Equal(119 - 60, Wrapping.RoomBeside(60, host: null));

    [Fact]
    public void A_narrow_screen_leaves_room_for_words() => Assert.Equal(12, Wrapping.RoomBeside(115, host: null));
}
