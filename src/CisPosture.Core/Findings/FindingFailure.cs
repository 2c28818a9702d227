namespace CisPosture.Findings;

/// <summary>Makes the errors of files of findings: each names the file, the place and the way out.</summary>
internal static class FindingFailure
{
    private const string WayOut = "Name a file of findings as JSON, from Export-CisReport or ConvertTo-Json.";

    public static PostureException NotFound(string path, string reason, Exception? cause = null) =>
        new(ErrorId.FindingFileNotFound, $"Findings '{path}' cannot be read: {reason} {WayOut}", path, cause);

    public static PostureException Invalid(string path, string place, string reason, Exception? cause = null) =>
        new(ErrorId.FindingFileInvalid, $"File '{path}' holds no findings that can be read. At {place}: {reason} {WayOut}", path, cause);

    public static PostureException VersionUnknown(string path, int? version) =>
        new(
            ErrorId.FindingFileInvalid,
            $"Findings '{path}' have schema version {version?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "nothing"} at $.version; this module reads version {FindingFormat.Version}. Update CisPosture, or write the file again with this version.",
            path);

    public static PostureException IsSnapshot(string path) =>
        new(ErrorId.FindingFileInvalid, $"File '{path}' is a snapshot of evidence, not findings. Judge it first: Test-CisControl -SnapshotPath '{path}'.", path);
}
