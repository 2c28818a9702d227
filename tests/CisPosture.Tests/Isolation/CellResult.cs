namespace CisPosture.Tests.Isolation;

/// <summary>What came of a cell. Each text says what the table does; a problem starts with the mark that no good result has.</summary>
internal sealed record CellResult(string Findings, string Libraries, string Session)
{
    private const string ProblemMark = "✗ ";

    public IEnumerable<string> Problems => new[] { Findings, Libraries, Session }.Where(text => text.StartsWith(ProblemMark, StringComparison.Ordinal));

    public static string Problem(string text) => ProblemMark + text;
}
