using CisPosture.AlarmRules;

namespace CisPosture.Core.Tests.Controls.Monitoring;

public sealed class CompositeAlarmRuleTests
{
    [Theory]
    [InlineData("ALARM(a)", true)]
    [InlineData("ALARM(\"a\")", true)]
    [InlineData("ALARM( \"a\" )", true)]
    [InlineData("  ( ALARM ( a ) )  ", true)]
    [InlineData("ALARM(b)", false)]
    [InlineData("OK(a)", false)]
    [InlineData("OK(b)", true)]
    [InlineData("INSUFFICIENT_DATA(a)", false)]
    [InlineData("NOT ALARM(b)", true)]
    [InlineData("NOT NOT ALARM(a)", true)]
    [InlineData("NOT (ALARM(a) OR ALARM(b))", false)]
    [InlineData("ALARM(b) OR ALARM(a)", true)]
    [InlineData("ALARM(b) AND ALARM(a)", false)]
    [InlineData("ALARM(b) AND ALARM(b) OR ALARM(a)", true)]
    [InlineData("ALARM(b) AND (ALARM(b) OR ALARM(a))", false)]
    [InlineData("TRUE", true)]
    [InlineData("FALSE OR ALARM(a)", true)]
    [InlineData("ALARM(\"odd name (with brackets)\") OR\n\tALARM(\"a\")", true)]
    public void A_rule_fires_by_its_operators_while_only_alarm_a_does(string text, bool expected) =>
        Assert.Equal(expected, CompositeAlarmRule.TryRead(text)!.Fires(new HashSet<string> { "a" }));

    [Theory]
    [InlineData("")]
    [InlineData("ALARM")]
    [InlineData("ALARM(")]
    [InlineData("ALARM()")]
    [InlineData("ALARM(a) AND")]
    [InlineData("ALARM(a) ALARM(b)")]
    [InlineData("PERHAPS(a)")]
    [InlineData("(ALARM(a)")]
    [InlineData("ALARM(\"a)")]
    public void A_text_that_is_no_rule_is_none(string text) => Assert.Null(CompositeAlarmRule.TryRead(text));

    [Fact]
    public void A_rule_with_a_hundred_alarms_is_read() =>
        Assert.True(CompositeAlarmRule.TryRead(string.Join(" OR ", Enumerable.Range(0, 100).Select(number => $"ALARM(alarm-{number})")))!.Fires(new HashSet<string> { "alarm-99" }));

    [Fact]
    public void Endless_brackets_and_negations_do_no_harm()
    {
        Assert.Null(CompositeAlarmRule.TryRead(new string('(', 5000) + "ALARM(a)" + new string(')', 5000)));
        Assert.NotNull(CompositeAlarmRule.TryRead(string.Concat(Enumerable.Repeat("NOT ", 5000)) + "ALARM(a)"));
    }
}
