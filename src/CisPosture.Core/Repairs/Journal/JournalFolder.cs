namespace CisPosture.Repairs;

/// <summary>A folder of journals, one file a run. Several processes may write into it at once, each its own files.</summary>
internal sealed class JournalFolder
{
    public const string Extension = ".jsonl";

    private JournalFolder(string path, bool isUsual) => (Path, IsUsual) = (path, isUsual);

    /// <summary>The full path.</summary>
    public string Path { get; }

    /// <summary>True where the user named no other.</summary>
    public bool IsUsual { get; }

    /// <summary>The folder that the user named, else the one in the user's data directory.</summary>
    /// <param name="path">A full path; null for the usual folder.</param>
    /// <exception cref="PostureException">The user has no data directory.</exception>
    public static JournalFolder Of(string? path)
    {
        if (path is not null)
        {
            return new JournalFolder(path, isUsual: false);
        }

        var data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return data.Length > 0
            ? new JournalFolder(System.IO.Path.Combine(data, "CisPosture", "repairs"), isUsual: true)
            : throw new PostureException(ErrorId.JournalNotWritten, "There is no data directory of the user to keep the journal of repairs in. Name a folder with -JournalPath.");
    }

    /// <summary>The journal of a run.</summary>
    public string FileOf(string runId) => System.IO.Path.Combine(Path, runId + Extension);
}
