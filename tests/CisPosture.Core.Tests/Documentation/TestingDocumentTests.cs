using System.Text.RegularExpressions;

namespace CisPosture.Core.Tests.Documentation;

/// <summary>docs/testing names the test that covers each edge; these tests keep the names true.</summary>
public sealed partial class TestingDocumentTests
{
    private static readonly IReadOnlyDictionary<string, string> SourceByClass = Repository.Files("tests", "*.cs")
        .Select(path => (Class: Path.GetFileName(path).Split('.')[0], Text: File.ReadAllText(path)))
        .GroupBy(file => file.Class, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => string.Join('\n', group.Select(file => file.Text)), StringComparer.Ordinal);

    public static TheoryData<string> Documents => [.. Repository.Files("docs", "*.md").Where(path => path.Contains("testing", StringComparison.Ordinal)).Select(path => Path.GetRelativePath(Repository.Root, path))];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_test_that_a_testing_document_names_exists(string document)
    {
        var missing = References(document)
            .Where(reference => !(SourceByClass.TryGetValue(reference.Class, out var source)
                && Regex.IsMatch(source, $@"\b{Regex.Escape(reference.Method)}\s*\(", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5))))
            .Select(reference => $"{reference.Class}.{reference.Method}")
            .Distinct(StringComparer.Ordinal)
            .ToList();

        Assert.True(missing.Count == 0, $"{document} names tests that do not exist; correct the names or write the tests: {string.Join(", ", missing)}");
    }

    [Theory]
    [InlineData("identity.md")]
    [InlineData("logging.md")]
    [InlineData("monitoring.md")]
    [InlineData("networking.md")]
    public void Every_chapter_has_a_testing_document_that_names_tests(string name) =>
        Assert.NotEmpty(References(Path.Combine("docs", "testing", name)));

    private static IEnumerable<(string Class, string Method)> References(string document) =>
        Reference().Matches(File.ReadAllText(Repository.PathOf(document)))
            .Select(match => (match.Groups["class"].Value, match.Groups["method"].Value));

    [GeneratedRegex(@"`(?<class>[A-Z]\w*Tests)\.(?<method>[A-Za-z]\w*)`", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Reference();
}
