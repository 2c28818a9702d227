using System.Text;
using System.Text.Json;

namespace CisPosture.Findings;

/// <summary>Findings in a JSON file: as this module writes them, or as ConvertTo-Json does.</summary>
public static class FindingFile
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Writes findings as they come, without keeping them.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="findings">The findings.</param>
    /// <param name="isIndented">Whether with line breaks, for people.</param>
    public static void Write(Stream stream, IEnumerable<CisFinding> findings, bool isIndented)
    {
        using var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = isIndented, Encoder = FindingFormat.Compact.Encoder });
        writer.WriteStartObject();
        writer.WriteString("schema"u8, FindingFormat.Schema);
        writer.WriteNumber("version"u8, FindingFormat.Version);
        writer.WriteString("moduleVersion"u8, typeof(FindingFile).Assembly.GetName().Version!.ToString(3));
        writer.WriteStartArray("findings"u8);
        foreach (var finding in findings)
        {
            JsonSerializer.Serialize(writer, finding, FindingFormat.Compact);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Reads all findings of a file.</summary>
    /// <param name="path">A full path.</param>
    /// <returns>The findings in the order of the file.</returns>
    /// <exception cref="PostureException">The file cannot be read, or does not hold findings.</exception>
    public static IReadOnlyList<CisFinding> Read(string path)
    {
        var text = ReadText(path);
        try
        {
            var findings = Parse(path, text);
            Require(path, findings);
            return findings;
        }
        catch (JsonException cause)
        {
            throw FindingFailure.Invalid(path, JsonFailure.PathAndPlace(cause), JsonFailure.Reason(cause), cause);
        }
    }

    private static string ReadText(string path)
    {
        if (Directory.Exists(path))
        {
            throw FindingFailure.NotFound(path, "it is a folder.");
        }

        try
        {
            // Windows PowerShell redirects into UTF-16, and says so in the first bytes.
            using var reader = new StreamReader(path, Utf8, detectEncodingFromByteOrderMarks: true);
            return reader.ReadToEnd();
        }
        catch (Exception cause) when (cause is FileNotFoundException or DirectoryNotFoundException)
        {
            throw FindingFailure.NotFound(path, "there is no such file.", cause);
        }
        catch (DecoderFallbackException cause)
        {
            throw FindingFailure.Invalid(path, "its bytes", "they are not text in UTF-8 or UTF-16.", cause);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw FindingFailure.NotFound(path, cause.Message, cause);
        }
    }

    private static IReadOnlyList<CisFinding> Parse(string path, string text) => text.AsSpan().TrimStart() switch
    {
        [] => throw FindingFailure.Invalid(path, "its beginning", "it is empty."),
        ['[', ..] => JsonSerializer.Deserialize<List<CisFinding>>(text, FindingFormat.Compact)!,
        _ => OfObject(path, text),
    };

    private static IReadOnlyList<CisFinding> OfObject(string path, string text)
    {
        var content = JsonSerializer.Deserialize<FindingFileContent>(text, FindingFormat.Compact)
            ?? throw FindingFailure.Invalid(path, "its beginning", "null stands there.");
        return content.Schema switch
        {
            FindingFormat.Schema when content.Version != FindingFormat.Version => throw FindingFailure.VersionUnknown(path, content.Version),
            FindingFormat.Schema => content.Findings ?? throw FindingFailure.Invalid(path, "$.findings", "a list of findings should stand there."),
            Snapshots.SnapshotFormat.Schema => throw FindingFailure.IsSnapshot(path),
            null when content.FindingId is not null => [JsonSerializer.Deserialize<CisFinding>(text, FindingFormat.Compact)!],
            _ => throw FindingFailure.Invalid(path, "$.schema", $"\"{FindingFormat.Schema}\" should stand there."),
        };
    }

    private static void Require(string path, IReadOnlyList<CisFinding?> findings)
    {
        for (var index = 0; index < findings.Count; index++)
        {
            var problem = findings[index] is { } finding ? FindingRules.Problem(finding) : "null stands in its place";
            if (problem is not null)
            {
                throw FindingFailure.Invalid(path, $"finding {index + 1}", $"{problem}.");
            }
        }
    }
}
