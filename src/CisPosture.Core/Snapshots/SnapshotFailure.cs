using System.Globalization;
using System.Text.Json;

namespace CisPosture.Snapshots;

/// <summary>Makes the errors of snapshot files: each names the file, the place and the way out.</summary>
internal static class SnapshotFailure
{
    private const string Again = "Export it again with Export-CisSnapshot.";
    private const string CopyAgain = "Copy it again from where it came, or export it again with Export-CisSnapshot.";

    private static readonly string[] PlaceMarks = [" Path: ", " LineNumber: "];

    public static PostureException NotFound(string path, string reason, Exception? cause = null) =>
        new(ErrorId.SnapshotNotFound, $"Snapshot '{path}' cannot be read: {reason} Name a file that Export-CisSnapshot wrote.", path, cause);

    public static PostureException NotWritten(string path, string reason, Exception? cause = null) =>
        new(ErrorId.SnapshotNotWritten, $"Snapshot '{path}' was not written: {reason}", path, cause);

    public static PostureException Empty(string path) =>
        new(ErrorId.SnapshotTruncated, $"Snapshot '{path}' is empty. {CopyAgain}", path);

    public static PostureException Truncated(string path, JsonException cause) =>
        new(
            ErrorId.SnapshotTruncated,
            $"Snapshot '{path}' ends too early, at {Place(cause)}. {CopyAgain}",
            path,
            cause);

    public static PostureException NotJson(string path, JsonException cause) =>
        new(ErrorId.SnapshotNotJson, $"Snapshot '{path}' is not JSON. At {Place(cause)}: {Reason(cause)} {Again}", path, cause);

    public static PostureException Utf16(string path) =>
        new(ErrorId.SnapshotNotJson, $"Snapshot '{path}' is UTF-16 text, as its first bytes say. Save it as UTF-8, or export it again with Export-CisSnapshot.", path);

    public static PostureException Damaged(string path, Exception cause) =>
        new(ErrorId.SnapshotNotJson, $"Snapshot '{path}' is damaged: its gzip data cannot be expanded. {CopyAgain}", path, cause);

    public static PostureException Invalid(string path, string place, string reason, Exception? cause = null) =>
        new(ErrorId.SnapshotInvalid, $"Snapshot '{path}' is JSON, but no valid snapshot. At {place}: {reason} {Again}", path, cause);

    public static PostureException Invalid(string path, JsonException cause) =>
        Invalid(path, cause.Path is null ? Place(cause) : $"{cause.Path}, {Place(cause)}", Reason(cause), cause);

    public static PostureException VersionUnknown(string path, string version) =>
        new(
            ErrorId.SnapshotVersionUnknown,
            $"Snapshot '{path}' has schema version {version} at $.version; this module reads version {SnapshotFormat.Version}. Update CisPosture, or export the snapshot again with this version.",
            path);

    private static string Place(JsonException cause) =>
        string.Format(CultureInfo.InvariantCulture, "line {0}, byte {1}", cause.LineNumber + 1, cause.BytePositionInLine + 1);

    // What the serializer says of types and required members is meant for developers; for the rest its words are good, less the place
    // that it repeats at the end, counted from zero.
    private static string Reason(JsonException cause)
    {
        var message = cause.Message;
        if (message.StartsWith("The JSON value could not be converted", StringComparison.Ordinal))
        {
            return "a value of another type should stand there.";
        }

        var ends = PlaceMarks.Select(mark => message.IndexOf(mark, StringComparison.Ordinal)).Where(end => end > 0).ToList();
        var reason = (ends.Count == 0 ? message : message.Substring(0, ends.Min())).TrimEnd('.', ' ');
        var listing = reason.LastIndexOf(": ", StringComparison.Ordinal);
        return message.StartsWith("JSON deserialization for type", StringComparison.Ordinal) && listing > 0
            ? $"required members are missing{reason.Substring(listing)}."
            : $"{reason}.";
    }
}
