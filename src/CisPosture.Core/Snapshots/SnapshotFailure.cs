using System.Text.Json;

namespace CisPosture.Snapshots;

/// <summary>Makes the errors of snapshot files: each names the file, the place and the way out.</summary>
internal static class SnapshotFailure
{
    private const string Again = "Export it again with Export-CisSnapshot.";
    private const string CopyAgain = "Copy it again from where it came, or export it again with Export-CisSnapshot.";

    public static PostureException NotFound(string path, string reason, Exception? cause = null) =>
        new(ErrorId.SnapshotNotFound, $"Snapshot '{path}' cannot be read: {reason} Name a file that Export-CisSnapshot wrote.", path, cause);

    public static PostureException NotWritten(string path, string reason, Exception? cause = null) =>
        new(ErrorId.SnapshotNotWritten, $"Snapshot '{path}' was not written: {reason}", path, cause);

    public static PostureException Empty(string path) =>
        new(ErrorId.SnapshotTruncated, $"Snapshot '{path}' is empty. {CopyAgain}", path);

    public static PostureException Truncated(string path, JsonException cause) =>
        new(
            ErrorId.SnapshotTruncated,
            $"Snapshot '{path}' ends too early, at {JsonFailure.Place(cause)}. {CopyAgain}",
            path,
            cause);

    public static PostureException NotJson(string path, JsonException cause) =>
        new(ErrorId.SnapshotNotJson, $"Snapshot '{path}' is not JSON. At {JsonFailure.Place(cause)}: {JsonFailure.Reason(cause)} {Again}", path, cause);

    public static PostureException Utf16(string path) =>
        new(ErrorId.SnapshotNotJson, $"Snapshot '{path}' is UTF-16 text, as its first bytes say. Save it as UTF-8, or export it again with Export-CisSnapshot.", path);

    public static PostureException Damaged(string path, Exception cause) =>
        new(ErrorId.SnapshotNotJson, $"Snapshot '{path}' is damaged: its gzip data cannot be expanded. {CopyAgain}", path, cause);

    public static PostureException Invalid(string path, string place, string reason, Exception? cause = null) =>
        new(ErrorId.SnapshotInvalid, $"Snapshot '{path}' is JSON, but no valid snapshot. At {place}: {reason} {Again}", path, cause);

    public static PostureException Invalid(string path, JsonException cause) =>
        Invalid(path, JsonFailure.PathAndPlace(cause), JsonFailure.Reason(cause), cause);

    public static PostureException VersionUnknown(string path, string version) =>
        new(
            ErrorId.SnapshotVersionUnknown,
            $"Snapshot '{path}' has schema version {version} at $.version; this module reads version {SnapshotFormat.Version}. Update CisPosture, or export the snapshot again with this version.",
            path);
}
