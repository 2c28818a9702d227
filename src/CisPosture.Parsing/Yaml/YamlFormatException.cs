namespace CisPosture.Yaml;

/// <summary>A text that is no YAML, or uses more of YAML than is understood here.</summary>
internal sealed class YamlFormatException : FormatException
{
    public YamlFormatException(int line, string message, Exception? innerException = null)
        : base(message, innerException) => Line = line;

    /// <summary>The line, counted from one.</summary>
    public int Line { get; }
}
