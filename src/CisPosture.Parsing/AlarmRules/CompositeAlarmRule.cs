using Superpower;
using Superpower.Parsers;

namespace CisPosture.AlarmRules;

/// <summary>The rule of a composite alarm, such as <c>ALARM("a") AND NOT OK(b)</c>.</summary>
internal sealed class CompositeAlarmRule
{
    private const int MaximumDepth = 100;

    private static readonly TextParser<char[]> Blanks = Character.WhiteSpace.Many();

    private static readonly TextParser<string> AlarmName =
        QuotedString.CStyle.Or(Span.WithoutAny(character => character is ')' or '"').Select(name => name.ToStringValue().Trim()));

    private static readonly TextParser<Predicate<ISet<string>>> State =
        Function("ALARM", (alarming, name) => alarming.Contains(name))
            .Or(Function("OK", (alarming, name) => !alarming.Contains(name)))
            .Or(Function("INSUFFICIENT_DATA", (_, _) => false));

    private static readonly TextParser<Predicate<ISet<string>>> Operand =
        Word("TRUE").Value((Predicate<ISet<string>>)(_ => true))
            .Or(Word("FALSE").Value((Predicate<ISet<string>>)(_ => false)))
            .Or(State)
            .Or(Parse.Ref(() => Disjunction!).Between(Symbol('('), Symbol(')')));

    private static readonly TextParser<Predicate<ISet<string>>> Negation =
        Word("NOT").Many().Then(words => Operand.Select(operand => words.Length % 2 == 0 ? operand : alarming => !operand(alarming)));

    private static readonly TextParser<Predicate<ISet<string>>> Conjunction =
        Parse.Chain(Word("AND"), Negation, (_, left, right) => alarming => left(alarming) && right(alarming));

    private static readonly TextParser<Predicate<ISet<string>>> Disjunction =
        Parse.Chain(Word("OR"), Conjunction, (_, left, right) => alarming => left(alarming) || right(alarming));

    private static readonly TextParser<Predicate<ISet<string>>> Whole = Blanks.IgnoreThen(Disjunction).AtEnd();

    private readonly Predicate<ISet<string>> _condition;

    private CompositeAlarmRule(Predicate<ISet<string>> condition) => _condition = condition;

    /// <summary>Reads a rule; null where the text is none that is understood.</summary>
    public static CompositeAlarmRule? TryRead(string text)
    {
        if (Depth(text) > MaximumDepth)
        {
            return null;
        }

        var result = Whole.TryParse(text);
        return result.HasValue ? new CompositeAlarmRule(result.Value) : null;
    }

    /// <summary>Whether the composite alarm fires while exactly these alarms, by name and by ARN, do.</summary>
    public bool Fires(ISet<string> alarming) => _condition(alarming);

    private static int Depth(string text)
    {
        var depth = 0;
        var deepest = 0;
        foreach (var character in text)
        {
            depth += character switch { '(' => 1, ')' => -1, _ => 0 };
            deepest = Math.Max(deepest, depth);
        }

        return deepest;
    }

    private static TextParser<Predicate<ISet<string>>> Function(string name, Func<ISet<string>, string, bool> test) =>
        Word(name).IgnoreThen(AlarmName.Between(Symbol('('), Blanks.IgnoreThen(Symbol(')'))))
            .Select(alarm => (Predicate<ISet<string>>)(alarming => test(alarming, alarm)));

    private static TextParser<string> Word(string word) =>
        Span.EqualToIgnoreCase(word).Try().Then(_ => Blanks).Value(word);

    private static TextParser<char> Symbol(char symbol) => Character.EqualTo(symbol).Then(read => Blanks.Value(read));
}
