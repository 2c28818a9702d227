using System.Globalization;

namespace CisPosture.Suppressions;

/// <summary>Makes the errors of files of rules that cannot be read at all.</summary>
internal static class SuppressionFailure
{
    public static PostureException NotFound(string path, string reason, Exception? cause = null) =>
        new(ErrorId.SuppressionFileNotFound, $"Suppressions '{path}' cannot be read: {reason} Name a .json, .yaml or .psd1 file of rules.", path, cause);

    public static PostureException UnknownKind(string path) =>
        new(ErrorId.SuppressionFileInvalid, $"Suppressions '{path}' are of no known kind; name the file .json, .yaml, .yml or .psd1.", path);

    public static PostureException Invalid(string path, int line, string reason, Exception? cause = null) =>
        new(
            ErrorId.SuppressionFileInvalid,
            string.Format(CultureInfo.InvariantCulture, "Suppressions '{0}' cannot be read. At line {1}: {2} No rule is applied until that is mended.", path, line, reason),
            path,
            cause);

    public static PostureException NoList(string path, int line) =>
        Invalid(path, line, "a list of rules should stand there, by itself or under 'suppressions'.");
}
