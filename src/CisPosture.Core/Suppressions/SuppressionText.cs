using System.Text;

namespace CisPosture.Suppressions;

/// <summary>Reads the text of a file of rules.</summary>
internal static class SuppressionText
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="shownPath">The path as messages name it.</param>
    /// <returns>The text.</returns>
    /// <exception cref="PostureException">There is no such file, or it cannot be read.</exception>
    public static string Read(string path, string shownPath)
    {
        if (Directory.Exists(path))
        {
            throw SuppressionFailure.NotFound(shownPath, "it is a folder.");
        }

        try
        {
            using var reader = new StreamReader(path, Utf8, detectEncodingFromByteOrderMarks: true);
            return reader.ReadToEnd();
        }
        catch (Exception cause) when (cause is FileNotFoundException or DirectoryNotFoundException)
        {
            throw SuppressionFailure.NotFound(shownPath, "there is no such file.", cause);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException or DecoderFallbackException)
        {
            throw SuppressionFailure.NotFound(shownPath, cause.Message, cause);
        }
    }
}
