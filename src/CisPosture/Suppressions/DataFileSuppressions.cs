using System.Management.Automation.Language;

namespace CisPosture.Suppressions;

/// <summary>Finds the rules in a PowerShell data file, each with its line. The file is parsed by PowerShell's own parser, and never run.</summary>
internal sealed class DataFileSuppressions
{
    private readonly string _path;

    private DataFileSuppressions(string path) => _path = path;

    /// <summary>Reads a text.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="text">What stands in it.</param>
    /// <returns>The rules in their order.</returns>
    /// <exception cref="PostureException">The text is no data file, or holds no list of rules.</exception>
    public static IReadOnlyList<SuppressionEntry> Read(string path, string text)
    {
        var script = Parser.ParseInput(text, out _, out var errors);
        if (errors.Length > 0)
        {
            throw SuppressionFailure.Invalid(path, errors[0].Extent.StartLineNumber, errors[0].Message);
        }

        var statements = script.EndBlock?.Statements;
        var root = statements is { Count: 1 } ? ExpressionOf(statements[0]) : null;
        return new DataFileSuppressions(path).ReadRoot(root as HashtableAst ?? throw SuppressionFailure.NoList(path, line: 1));
    }

    private List<SuppressionEntry> ReadRoot(HashtableAst root)
    {
        var rules = root.KeyValuePairs.FirstOrDefault(pair => IsName(pair.Item1, "suppressions"));
        return rules is null
            ? throw SuppressionFailure.NoList(_path, root.Extent.StartLineNumber)
            : [.. Items(ExpressionOf(rules.Item2)).Select(ReadEntry)];
    }

    private SuppressionEntry ReadEntry(Ast item) =>
        item is HashtableAst table
            ? new SuppressionEntry(table.Extent.StartLineNumber, [.. table.KeyValuePairs.Select(ReadField)])
            : new SuppressionEntry(item.Extent.StartLineNumber, Fields: null);

    private SuppressionField ReadField(Tuple<ExpressionAst, StatementAst> pair)
    {
        var texts = Items(ExpressionOf(pair.Item2)).Select(Text).ToList();
        return new SuppressionField(Text(pair.Item1) ?? pair.Item1.Extent.Text, texts.Contains(null) ? null : [.. texts.Select(text => text!)], pair.Item1.Extent.StartLineNumber);
    }

    // @(…), a list with commas, or a thing that stands alone.
    private static IEnumerable<Ast> Items(Ast? value) => value switch
    {
        null => [],
        ArrayExpressionAst list => list.SubExpression.Statements.SelectMany(statement => Items(ExpressionOf(statement) ?? (Ast)statement)),
        ArrayLiteralAst list => list.Elements,
        _ => [value],
    };

    // A number as it was written: 1.20 is a control, and not 1.2. Whatever would have to be run has no text.
    private string? Text(Ast value)
    {
        if (value is ConstantExpressionAst and not StringConstantExpressionAst)
        {
            return value.Extent.Text;
        }

        try
        {
            return value.SafeGetValue() as string;
        }
        catch (InvalidOperationException)
        {
            throw SuppressionFailure.Invalid(_path, value.Extent.StartLineNumber, $"'{value.Extent.Text}' would have to be run; only texts, numbers and lists of them may stand there.");
        }
    }

    private bool IsName(ExpressionAst key, string name) => string.Equals(Text(key), name, StringComparison.OrdinalIgnoreCase);

    private static ExpressionAst? ExpressionOf(StatementAst statement) =>
        statement is PipelineAst { PipelineElements: [CommandExpressionAst { Expression: var expression }] } ? expression : null;
}
