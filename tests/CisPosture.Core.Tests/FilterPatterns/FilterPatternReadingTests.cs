using CisPosture.FilterPatterns;

namespace CisPosture.Core.Tests.FilterPatterns;

public sealed class FilterPatternReadingTests
{
    [Theory]
    [InlineData("{$.a=1}", "{ $.a = 1 }")]
    [InlineData("  {\n  $.a\t=\r\n x }\n", "{ $.a = x }")]
    [InlineData("{ $.a = x && $.b = y || $.c = z }", "{ $.a = x && $.b = y || $.c = z }")]
    [InlineData("{ $.c = z || $.b = y && $.a = x }", "{ $.a = x && $.b = y || $.c = z }")]
    [InlineData("{ ($.c = z || $.b = y) && $.a = x }", "{ $.a = x && ($.b = y || $.c = z) }")]
    [InlineData("{ ((($.a = x))) }", "{ $.a = x }")]
    [InlineData("{ $.a = x && ($.b = y && $.c = z) }", "{ $.a = x && $.b = y && $.c = z }")]
    [InlineData("{ $.a = x || $.a = x }", "{ $.a = x }")]
    [InlineData("{ ($.a = x || $.a = x) && ($.b = y && $.a = x) }", "{ $.a = x && $.b = y }")]
    [InlineData("{ $.a.b-c._d[0][12].e9 = x }", "{ $.a.b-c._d[0][12].e9 = x }")]
    [InlineData("{ $.a NOT  EXISTS }", "{ $.a NOT EXISTS }")]
    [InlineData("{ $.a IS\nNULL || $.b IS TRUE || $.c IS FALSE }", "{ $.a IS NULL || $.b IS TRUE || $.c IS FALSE }")]
    [InlineData("{ $.a < 1 && $.b <= 2 && $.c > 3 && $.d >= 4 && $.e != 5 }", "{ $.a < 1 && $.b <= 2 && $.c > 3 && $.d >= 4 && $.e != 5 }")]
    [InlineData("{ $.latency > +1000 }", "{ $.latency > 1000 }")]
    [InlineData("{ $.numbers[0] < 10e-3 }", "{ $.numbers[0] < 0.01 }")]
    [InlineData("{ $.a <-1.50 }", "{ $.a < -1.5 }")]
    [InlineData("{ $.eventSource = kms.amazonaws.com }", "{ $.eventSource = kms.amazonaws.com }")]
    [InlineData("{ $.sourceIPAddress != 123.123.* }", "{ $.sourceIPAddress != 123.123.* }")]
    [InlineData("{ $.arn = arn:aws:iam::123456789012:role/some-role_1 }", "{ $.arn = arn:aws:iam::123456789012:role/some-role_1 }")]
    [InlineData("{ $.a = \"two words\" }", "{ $.a = \"two words\" }")]
    [InlineData("{ $.a = \"say \\\"yes\\\" \\\\ (no)\" }", "{ $.a = \"say \\\"yes\\\" \\\\ (no)\" }")]
    [InlineData("{ $.a = \"\" }", "{ $.a = \"\" }")]
    [InlineData("{ $.a = \"漢字\" }", "{ $.a = \"漢字\" }")]
    [InlineData("{ $.a = %^ab{2,3}[xy]|z && (d)$% }", "{ $.a = %^ab{2,3}[xy]|z && (d)$% }")]
    [InlineData("{ $.a = NOT && $.b = EXISTS }", "{ $.a = NOT && $.b = EXISTS }")]
    [InlineData("{ $.latency = * }", "{ $.latency = * }")]
    public void A_pattern_is_read_into_its_canonical_form(string text, string canonical) =>
        Assert.Equal(canonical, FilterPattern.Parse(text).ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t\r\n")]
    public void An_absent_or_empty_pattern_is_named_as_such(string? text) => AssertRejected(text, FilterPatternErrorKind.Empty, 0);

    [Theory]
    [InlineData("[ip, user, username, timestamp, request, status_code = 4*, bytes > 1000]", 0)]
    [InlineData("  [w1=ERROR || w1=WARN, w2]", 2)]
    [InlineData("[..., request=*.html*, status_code=4*,]", 0)]
    [InlineData("[", 0)]
    public void A_pattern_for_space_delimited_text_is_named_as_such(string text, int position) =>
        AssertRejected(text, FilterPatternErrorKind.SpaceDelimited, position);

    [Theory]
    [InlineData("ERROR", 0)]
    [InlineData("ERROR -WARN", 0)]
    [InlineData("\"Failed to process\"", 0)]
    [InlineData("?ERROR ?WARN", 0)]
    [InlineData("%AUTHORIZED%", 0)]
    [InlineData(" $.eventName = DeleteTrail", 1)]
    [InlineData("($.eventName = DeleteTrail)", 0)]
    public void A_pattern_of_words_is_named_as_such(string text, int position) => AssertRejected(text, FilterPatternErrorKind.UnstructuredText, position);

    [Theory]
    [InlineData("{", 1)]
    [InlineData("{ }", 2)]
    [InlineData("{ $.a }", 6)]
    [InlineData("{ $.a EXISTS }", 6)]
    [InlineData("{ $.a IS NOT NULL }", 9)]
    [InlineData("{ $.a IS NOT TRUE }", 9)]
    [InlineData("{ $.a NOT NULL }", 10)]
    [InlineData("{ $.a not exists }", 6)]
    [InlineData("{ $.a is null }", 6)]
    [InlineData("{ $.a NOTEXISTS }", 6)]
    [InlineData("{ $.a = }", 8)]
    [InlineData("{ $.a = 1", 9)]
    [InlineData("{ $.a = 1 }}", 11)]
    [InlineData("{ $.a = 1 } extra", 12)]
    [InlineData("{ ($.a = 1 }", 11)]
    [InlineData("{ $.a = 1) }", 9)]
    [InlineData("{ $.a = two words }", 12)]
    [InlineData("{ $.a = 'x' }", 8)]
    [InlineData("{ $.a = é }", 8)]
    [InlineData("{ $.a = back\\slash }", 12)]
    [InlineData("{ $.a = \"open }", 8)]
    [InlineData("{ $.a = %open }", 8)]
    [InlineData("{ $.a = %% }", 8)]
    [InlineData("{ $.a == 1 }", 7)]
    [InlineData("{ $.a <> 1 }", 7)]
    [InlineData("{ $.a > many }", 8)]
    [InlineData("{ $.a > \"5\" }", 8)]
    [InlineData("{ $.a >= %5% }", 9)]
    [InlineData("{ $.a = 1 && }", 13)]
    [InlineData("{ && $.a = 1 }", 2)]
    [InlineData("{ $.a = 1 & $.b = 2 }", 10)]
    [InlineData("{ $.a = 1 AND $.b = 2 }", 10)]
    [InlineData("{ $.a = 1 $.b = 2 }", 10)]
    [InlineData("{ !($.a = 1) }", 2)]
    [InlineData("{ a = 1 }", 2)]
    [InlineData("{ 1 = $.a }", 2)]
    [InlineData("{ $.a = $.b }", 8)]
    [InlineData("{ $ = 1 }", 2)]
    [InlineData("{ $. = 1 }", 2)]
    [InlineData("{ $.a. = 1 }", 2)]
    [InlineData("{ $..a = 1 }", 2)]
    [InlineData("{ $[0] = 1 }", 2)]
    [InlineData("{ $.a[] = 1 }", 2)]
    [InlineData("{ $.a[x] = 1 }", 2)]
    [InlineData("{ $.a[*] = 1 }", 2)]
    [InlineData("{ $.['a'] = 1 }", 2)]
    [InlineData("{ $.a['b'] = 1 }", 2)]
    [InlineData("{ $.a . b = 1 }", 6)]
    public void A_text_outside_the_grammar_is_rejected_at_the_place_where_it_leaves_it(string text, int position) =>
        AssertRejected(text, FilterPatternErrorKind.Syntax, position);

    [Fact]
    public void A_rejection_says_in_plain_words_what_was_found_and_what_was_expected()
    {
        Assert.False(FilterPattern.TryParse("{ $.userIdentity.invokedBy EXISTS }", out _, out var error));

        Assert.Equal("unexpected word `EXISTS`, expected `=`, `!=`, `<`, `<=`, `>`, `>=`, NOT or IS (at character 28)", error.ToString());
    }

    [Fact]
    public void A_reference_that_cannot_be_read_is_an_error_that_quotes_it()
    {
        var error = Assert.Throws<FormatException>(() => FilterPattern.Parse("{ $.a }"));

        Assert.Contains("{ $.a }", error.Message, StringComparison.Ordinal);
        Assert.Contains("character 7", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_longest_text_is_read_and_one_character_more_is_rejected()
    {
        const string Start = "{ $.a = ";
        const string End = " }";
        var longest = Start + new string('x', FilterPattern.MaximumLength - Start.Length - End.Length) + End;

        Assert.True(FilterPattern.TryParse(longest, out _, out _));
        AssertRejected(longest + " ", FilterPatternErrorKind.TooLong, FilterPattern.MaximumLength);
    }

    [Fact]
    public void A_pattern_of_the_longest_length_that_CloudWatch_Logs_stores_is_read_whatever_it_holds()
    {
        var events = string.Join("||", Enumerable.Range(0, 200).Select(number => $"$.e={number}"))[..1021].TrimEnd('|', '=', '$', '.', 'e');

        Assert.True(FilterPattern.TryParse($"{{{events}}}", out _, out var error), error?.ToString());
    }

    [Fact]
    public async Task Brackets_are_followed_to_a_fixed_depth_even_on_a_small_stack()
    {
        var deepest = Nested(FilterPattern.MaximumDepth);
        var pattern = await OnSmallStack(() => FilterPattern.Parse(deepest));

        Assert.Equal("{ $.a = 1 }", pattern.ToString());
        AssertRejected(Nested(FilterPattern.MaximumDepth + 1), FilterPatternErrorKind.TooDeep, 1 + FilterPattern.MaximumDepth);
    }

    [Fact]
    public async Task Groups_inside_each_other_are_compared_even_on_a_small_stack()
    {
        var deepest = Alternating(FilterPattern.MaximumDepth);
        var comparison = await OnSmallStack(() => FilterPatternComparer.Compare(deepest, FilterPattern.Parse(deepest + " "), PatternMode.AtLeast));

        Assert.True(comparison.IsMatch);
    }

    [Theory]
    [InlineData("(", "")]
    [InlineData("(", ")")]
    [InlineData("", ")")]
    [InlineData("{", "}")]
    [InlineData("($.a=1&&", "")]
    public async Task Hostile_nesting_is_rejected_and_never_exhausts_the_stack(string open, string close)
    {
        var times = 4000 / (open + close).Length;
        var text = $"{{{string.Concat(Enumerable.Repeat(open, times))}{string.Concat(Enumerable.Repeat(close, times))}}}";

        var error = await OnSmallStack(() => FilterPattern.TryParse(text, out _, out var error) ? null : error);

        Assert.NotNull(error);
    }

    [Theory]
    [InlineData("\0")]
    [InlineData("{\0}")]
    [InlineData("{ $.a = \ud800 }")]
    [InlineData("{ $.a = \"\ud800\" ")]
    [InlineData("\ufeff{ $.a = 1 }")]
    [InlineData("{ $.a = 1e }}")]
    public void Odd_characters_are_rejected_and_nothing_is_thrown(string text)
    {
        Assert.False(FilterPattern.TryParse(text, out var pattern, out var error));
        Assert.Null(pattern);
        Assert.InRange(error.Position, 0, text.Length);
    }

    private static void AssertRejected(string? text, FilterPatternErrorKind kind, int position)
    {
        Assert.False(FilterPattern.TryParse(text, out var pattern, out var error), $"It was read as {pattern}.");
        Assert.Null(pattern);
        Assert.Equal((kind, position), (error.Kind, error.Position));
        Assert.NotEmpty(error.Message);
    }

    private static string Nested(int depth) => $"{{{new string('(', depth)}$.a=1{new string(')', depth)}}}";

    // { $.e0 = 0 || ($.e1 = 1 && ($.e2 = 2 || (… ))) }
    private static string Alternating(int depth)
    {
        var opened = string.Concat(Enumerable.Range(0, depth).Select(level => $"$.e{level}={level}{(level % 2 == 0 ? "||" : "&&")}("));
        return $"{{{opened}$.z=1{new string(')', depth)}}}";
    }

    // In bytes. Mono puts a frame of its own around every call of a delegate, which no other runtime does.
    private static int SmallStack => Type.GetType("Mono.Runtime") is null ? 384 * 1024 : 1024 * 1024;

    private static Task<T> OnSmallStack<T>(Func<T> work)
    {
        var result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() => Complete(result, work), SmallStack);
        thread.Start();
        return result.Task;
    }

    private static void Complete<T>(TaskCompletionSource<T> result, Func<T> work)
    {
        try
        {
            result.SetResult(work());
        }
        catch (FormatException error)
        {
            result.SetException(error);
        }
    }
}
