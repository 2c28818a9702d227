using CisPosture.Views;

namespace CisPosture.Tests.Views;

public sealed class WrappingTests
{
    [Theory]
    [InlineData("one two three", 20, "one two three")]
    [InlineData("one two three", 13, "one two three")]
    [InlineData("one two three", 12, "one two\nthree")]
    [InlineData("one extraordinarily two", 6, "one\nextraordinarily\ntwo")]
    [InlineData("", 10, "")]
    public void Text_breaks_between_words_and_never_inside(string text, int width, string lines) => Assert.Equal(lines, Wrapping.Words(text, width));

    [Fact]
    public void A_host_without_a_screen_has_120_columns_of_which_the_last_stays_free() => Assert.Equal(119 - 60, Wrapping.RoomBeside(60, host: null));

    [Fact]
    public void A_narrow_screen_leaves_room_for_words() => Assert.Equal(20, Wrapping.RoomBeside(115, host: null));
}
