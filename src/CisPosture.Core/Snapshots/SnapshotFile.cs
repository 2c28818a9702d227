using System.IO.Compression;
using System.Text.Json;

namespace CisPosture.Snapshots;

/// <summary>Writes the evidence of accounts into one file, and reads it back. There are no secrets in evidence, and so none in the file.</summary>
public static class SnapshotFile
{
    /// <summary>Fails where a snapshot could not be written to a path, so that a caller need not scan first to find out.</summary>
    /// <param name="path">A full path; a name ending in .gz stands for a compressed file.</param>
    /// <param name="overwrite">Whether an existing file may be replaced.</param>
    /// <exception cref="PostureException">The path is a folder, lies in no folder, or exists and may not be replaced.</exception>
    public static void CheckTarget(string path, bool overwrite)
    {
        if (Directory.Exists(path))
        {
            throw SnapshotFailure.NotWritten(path, "it is a folder. Add a file name, such as snapshot.json.gz.");
        }

        if (!Directory.Exists(FolderOf(path)))
        {
            throw SnapshotFailure.NotWritten(path, "its folder does not exist. Create it first, or choose another one.");
        }

        if (!overwrite && File.Exists(path))
        {
            throw SnapshotFailure.NotWritten(path, "the file exists. Use -Force to replace it, or choose another name.");
        }
    }

    /// <summary>Writes a snapshot. The file appears under its name once it is whole; until then nothing there changes.</summary>
    /// <param name="path">A full path; a name ending in .gz stands for a compressed file.</param>
    /// <param name="content">What to write.</param>
    /// <param name="overwrite">Whether an existing file may be replaced.</param>
    /// <param name="cancellationToken">Stops writing, and leaves nothing behind.</param>
    /// <returns>A task that ends when the file is there.</returns>
    /// <exception cref="PostureException">The file could not be written.</exception>
    public static async Task WriteAsync(string path, SnapshotContent content, bool overwrite, CancellationToken cancellationToken)
    {
        CheckTarget(path, overwrite);
        try
        {
            await WholeFile.WriteAsync(path, overwrite, file => WriteContentAsync(file, IsCompressed(path), content, cancellationToken)).ConfigureAwait(false);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw SnapshotFailure.NotWritten(path, cause.Message, cause);
        }
    }

    /// <summary>Reads a snapshot.</summary>
    /// <param name="path">A full path.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>What the file holds.</returns>
    /// <exception cref="PostureException">The file cannot be read, is no JSON, ends too early, or holds something else.</exception>
    public static async Task<SnapshotContent> ReadAsync(string path, CancellationToken cancellationToken)
    {
        using var source = SnapshotSource.Open(path);
        try
        {
            await SnapshotScan.RequireHeaderAsync(source.FromStart(), path, cancellationToken).ConfigureAwait(false);
            return await ReadContentAsync(source, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidDataException cause)
        {
            throw SnapshotFailure.Damaged(path, cause);
        }
        catch (IOException cause)
        {
            throw SnapshotFailure.NotFound(path, cause.Message, cause);
        }
    }

    private static async Task<SnapshotContent> ReadContentAsync(SnapshotSource source, CancellationToken cancellationToken)
    {
        try
        {
            var content = await JsonSerializer.DeserializeAsync<SnapshotContent>(source.FromStart(), SnapshotFormat.Compact, cancellationToken).ConfigureAwait(false);
            return content is { Accounts.Count: > 0 }
                ? content
                : throw SnapshotFailure.Invalid(source.Path, "$.accounts", "at least one account should stand there.");
        }
        catch (JsonException cause)
        {
            // The serializer reports a broken file and a file of another form alike; the difference matters to whoever has to find a good one.
            await SnapshotScan.RequireSyntaxAsync(source.FromStart(), source.Path, cancellationToken).ConfigureAwait(false);
            throw SnapshotFailure.Invalid(source.Path, cause);
        }
    }

    private static async Task WriteContentAsync(Stream file, bool isCompressed, SnapshotContent content, CancellationToken cancellationToken)
    {
        if (isCompressed)
        {
            using var compressed = new GZipStream(file, CompressionLevel.Optimal, leaveOpen: true);
            await JsonSerializer.SerializeAsync(compressed, content, SnapshotFormat.Compact, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await JsonSerializer.SerializeAsync(file, content, SnapshotFormat.Indented, cancellationToken).ConfigureAwait(false);
        }
    }

    private static bool IsCompressed(string path) => path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);

    private static string? FolderOf(string path)
    {
        try
        {
            return Path.GetDirectoryName(Path.GetFullPath(path));
        }
        catch (Exception cause) when (cause is ArgumentException or NotSupportedException or PathTooLongException)
        {
            throw SnapshotFailure.NotWritten(path, cause.Message, cause);
        }
    }
}
