using CisPosture.Yaml;

namespace CisPosture.Suppressions;

/// <summary>Finds the rules in a YAML text, each with its line.</summary>
internal static class YamlSuppressions
{
    /// <summary>Reads a text.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="text">What stands in it.</param>
    /// <returns>The rules in their order.</returns>
    /// <exception cref="PostureException">The text is no YAML, or holds no list of rules.</exception>
    public static IReadOnlyList<SuppressionEntry> Read(string path, string text)
    {
        try
        {
            var root = YamlReader.Read(text);
            return [.. List(path, root).Select(ReadEntry)];
        }
        catch (YamlFormatException cause)
        {
            throw SuppressionFailure.Invalid(path, cause.Line, cause.Message, cause);
        }
    }

    private static IReadOnlyList<YamlValue> List(string path, YamlValue? root)
    {
        var list = root?.Entries is null ? root : root.Entries.FirstOrDefault(entry => IsRules(entry.Name)).Value;
        return list?.Items ?? throw SuppressionFailure.NoList(path, list?.Line ?? root?.Line ?? 1);
    }

    private static bool IsRules(YamlValue name) => string.Equals(name.Text, "suppressions", StringComparison.OrdinalIgnoreCase);

    private static SuppressionEntry ReadEntry(YamlValue item) => new(item.Line, item.Entries is null ? null : [.. item.Entries.Select(ReadField)]);

    private static SuppressionField ReadField((YamlValue Name, YamlValue Value) entry) =>
        new(entry.Name.Text ?? "a list or table", Texts(entry.Value), entry.Name.Line);

    private static IReadOnlyList<string>? Texts(YamlValue value)
    {
        if (value.Text is { } text)
        {
            return [text];
        }

        return value.Items?.All(item => item.Text is not null) == true ? [.. value.Items.Select(item => item.Text!)] : null;
    }
}
