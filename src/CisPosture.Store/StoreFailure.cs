using Microsoft.Data.Sqlite;

namespace CisPosture.Store;

/// <summary>Makes the errors of stores: each names the file, the reason and the way out.</summary>
internal static class StoreFailure
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    public static PostureException NotFound(string path) =>
        new(ErrorId.StoreNotFound, $"There is no store of findings at '{path}'. Save-CisFinding makes one; -Path names another.", path);

    public static PostureException IsFolder(string path) =>
        new(ErrorId.StoreNotFound, $"'{path}' is a folder. Name a file, such as findings.db.", path);

    public static PostureException NotWritten(string path, string reason, Exception? cause = null) =>
        new(ErrorId.StoreNotWritten, $"The store of findings '{path}' cannot be written: {reason} Name another file with -Path.", path, cause);

    public static PostureException Foreign(string path) =>
        new(ErrorId.StoreInvalid, $"'{path}' is a SQLite database of something else. Name a store of Save-CisFinding, or a file that does not exist yet.", path);

    public static PostureException Empty(string path) =>
        new(ErrorId.StoreInvalid, $"'{path}' is empty; there are no findings in it yet. Save-CisFinding fills it.", path);

    public static PostureException VersionUnknown(string path, long version) =>
        new(
            ErrorId.StoreVersionUnknown,
            FormattableString.Invariant($"The store of findings '{path}' is of version {version}, written by a later CisPosture; this one knows version {StoreSchema.Version}. Update CisPosture."),
            path);

    public static PostureException Occupied(string path, TimeSpan patience) =>
        new(
            ErrorId.StoreBusy,
            FormattableString.Invariant($"Another job has kept the store of findings '{path}' for {patience.TotalSeconds:0} seconds. Nothing was saved; run the command again."),
            path);

    public static PostureException ScanNotFound(string path, long scan) =>
        new(ErrorId.ScanNotFound, FormattableString.Invariant($"The store of findings '{path}' has no scan {scan}. Get-CisScan lists those it has."), scan);

    /// <summary>What SQLite says, in our words where they help.</summary>
    public static PostureException Of(string path, SqliteException cause) => cause.SqliteErrorCode switch
    {
        NotADatabase => new(ErrorId.StoreInvalid, $"'{path}' is no store of findings: it is not a SQLite database. Name another file.", path, cause),
        Corrupt => new(ErrorId.StoreInvalid, $"The store of findings '{path}' is damaged. Bring it back from a copy, or save into a new file.", path, cause),
        Busy or Locked => new(ErrorId.StoreBusy, $"Another job keeps the store of findings '{path}'. Run the command again.", path, cause),
        ReadOnly => NotWritten(path, "it may only be read.", cause),
        Full => NotWritten(path, "the disk is full.", cause),
        CannotOpen => NotWritten(path, "it cannot be opened.", cause),
        _ => NotWritten(path, cause.Message.EndsWith(".", StringComparison.Ordinal) ? cause.Message : cause.Message + ".", cause),
    };

    /// <summary>SQLite's own library is missing or of another machine.</summary>
    public static PostureException NotSupported(Exception cause) =>
        new(ErrorId.StoreNotSupported, $"The store needs SQLite, which the module does not have for this system: {cause.Message}", innerException: cause);
}
