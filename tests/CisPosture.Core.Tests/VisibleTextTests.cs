namespace CisPosture.Core.Tests;

public sealed class VisibleTextTests
{
    [Theory]
    [InlineData("plain – ä 日本 \U0001F600", "plain – ä 日本 \U0001F600")]
    [InlineData("a\u001b[31mb", @"a\u001B[31mb")]
    [InlineData("a\u009bb\u0007\u007f", @"a\u009Bb\u0007\u007F")]
    [InlineData("a\u202Eb\u2066\u200F", @"a\u202Eb\u2066\u200F")]
    [InlineData("a\r\nb\tc\nd\u2028e\u0085f", "a b c d e f")]
    public void A_text_on_one_line_commands_no_terminal(string text, string visible) => Assert.Equal(visible, VisibleText.OnOneLine(text));

    [Fact]
    public void A_failure_names_values_as_they_are_seen_and_keeps_its_lines()
    {
        var failure = new PostureException(ErrorId.RegionInvalid, "'x\u001b[2J' is no Region.\nWrite eu-west-1.", "x\u001b[2J");

        Assert.Equal("'x\\u001B[2J' is no Region.\nWrite eu-west-1.", failure.Message);
        Assert.Equal("x\u001b[2J", failure.Target);
    }
}
