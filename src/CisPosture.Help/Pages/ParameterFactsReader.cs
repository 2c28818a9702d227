using Markdig.Syntax;

namespace CisPosture.Help.Pages;

/// <summary>Reads the block that tells how a parameter is given. It looks like YAML, but its values are not quoted as YAML would have it.</summary>
internal static class ParameterFactsReader
{
    private const string AllSets = "(All)";

    /// <summary>Reads a block.</summary>
    /// <exception cref="PageException">A line of it is missing.</exception>
    public static ParameterFacts Read(PageText page, FencedCodeBlock block)
    {
        var lines = block.Code().Split('\n').Select(line => line.Split(':', 2)).Where(parts => parts.Length == 2).DistinctBy(parts => parts[0].Trim()).ToDictionary(parts => parts[0].Trim(), parts => parts[1].Trim(), StringComparer.Ordinal);
        return new ParameterFacts
        {
            Type = Required("Type"),
            Sets = Required("Parameter Sets") == AllSets ? [] : Names(Required("Parameter Sets")),
            Aliases = Names(Required("Aliases")),
            Values = Names(lines.GetValueOrDefault("Accepted values", string.Empty)),
            IsRequired = IsTrue(Required("Required")),
            Position = Required("Position"),
            Default = Required("Default value"),
            Pipeline = Required("Accept pipeline input"),
            TakesWildcards = IsTrue(Required("Accept wildcard characters")),
        };

        string Required(string name) => lines.GetValueOrDefault(name)
            ?? throw page.Wrong(block.Line + 1, $"The block lacks the line '{name}:'. Build, and run: dotnet run --project src/CisPosture.Help -- refresh");
    }

    private static IReadOnlyList<string> Names(string value) => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static bool IsTrue(string value) => value == "True";
}
