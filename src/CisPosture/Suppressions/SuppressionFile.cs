namespace CisPosture.Suppressions;

/// <summary>Reads a file of rules of any of the known kinds.</summary>
internal static class SuppressionFile
{
    /// <summary>Reads the rules.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="shownPath">The path as the user named it, for messages and findings.</param>
    /// <returns>The rules.</returns>
    /// <exception cref="PostureException">The file cannot be read, or is not of its format.</exception>
    public static SuppressionSet Read(string path, string shownPath)
    {
        Func<string, string, IEnumerable<SuppressionEntry>> read = Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".json" => JsonSuppressions.Read,
            ".yaml" or ".yml" => YamlSuppressions.Read,
            ".psd1" => DataFileSuppressions.Read,
            _ => throw SuppressionFailure.UnknownKind(shownPath),
        };
        return SuppressionRuleReader.Read(shownPath, read(shownPath, SuppressionText.Read(path, shownPath)));
    }
}
