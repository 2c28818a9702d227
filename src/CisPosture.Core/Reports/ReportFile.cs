namespace CisPosture.Reports;

/// <summary>Writes reports into files, whole or not at all.</summary>
public static class ReportFile
{
    /// <summary>Fails where a report could not be written to a path, so that a caller need not scan first to find out.</summary>
    /// <param name="path">A full path.</param>
    /// <param name="overwrite">Whether an existing file may be replaced.</param>
    /// <param name="evenReadOnly">Whether one that may only be read may be replaced, too.</param>
    /// <exception cref="PostureException">The path is a folder, lies in no folder, or exists and may not be replaced.</exception>
    public static void CheckTarget(string path, bool overwrite, bool evenReadOnly)
    {
        if (Directory.Exists(path))
        {
            throw ReportFailure.NotWritten(path, "it is a folder. Add a file name, such as report.html.");
        }

        if (!Directory.Exists(FolderOf(path)))
        {
            throw ReportFailure.NotWritten(path, "its folder does not exist. Create it first, or choose another one.");
        }

        if (File.Exists(path))
        {
            CheckExisting(path, overwrite, evenReadOnly);
        }
    }

    /// <summary>Writes a report. The file appears under its name once it is whole; until then nothing there changes.</summary>
    /// <param name="path">A full path.</param>
    /// <param name="writer">The writer of its format.</param>
    /// <param name="report">The report.</param>
    /// <param name="overwrite">Whether an existing file may be replaced.</param>
    /// <param name="evenReadOnly">Whether one that may only be read may be replaced, too.</param>
    /// <returns>A task that ends when the file is there.</returns>
    /// <exception cref="PostureException">The file could not be written.</exception>
    public static async Task WriteAsync(string path, IReportWriter writer, Report report, bool overwrite, bool evenReadOnly)
    {
        CheckTarget(path, overwrite, evenReadOnly);
        try
        {
            await WholeFile.WriteAsync(
                path,
                overwrite,
                file =>
                {
                    writer.Write(report, file);
                    return Task.CompletedTask;
                }).ConfigureAwait(false);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw ReportFailure.NotWritten(path, cause.Message, cause);
        }
    }

    private static void CheckExisting(string path, bool overwrite, bool evenReadOnly)
    {
        if (!overwrite)
        {
            throw ReportFailure.NotWritten(path, "the file exists. Leave -NoClobber out to replace it, or choose another name.");
        }

        if (!evenReadOnly && new FileInfo(path).IsReadOnly)
        {
            throw ReportFailure.NotWritten(path, "the file exists and may only be read. Use -Force to replace it, or choose another name.");
        }
    }

    private static string? FolderOf(string path)
    {
        try
        {
            return Path.GetDirectoryName(Path.GetFullPath(path));
        }
        catch (Exception cause) when (cause is ArgumentException or NotSupportedException or PathTooLongException)
        {
            throw ReportFailure.NotWritten(path, cause.Message, cause);
        }
    }
}
