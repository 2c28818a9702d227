namespace CisPosture.Yaml;

/// <summary>A text, a list or a table of a YAML text, with the line on which it begins. Exactly one of the three is there.</summary>
/// <param name="Line">The line, counted from one.</param>
internal sealed record YamlValue(int Line)
{
    /// <summary>The text as it is written: 1.20 stays 1.20.</summary>
    public string? Text { get; init; }

    public IReadOnlyList<YamlValue>? Items { get; init; }

    /// <summary>The entries in their order, with the lines of their names.</summary>
    public IReadOnlyList<(YamlValue Name, YamlValue Value)>? Entries { get; init; }
}
