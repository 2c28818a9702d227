namespace CisPosture;

/// <summary>Writes files that are never seen half: under a temporary name first, and under their own once they are whole.</summary>
internal static class WholeFile
{
    /// <summary>Writes a file. Whatever goes wrong, nothing is left behind and nothing under the name changes.</summary>
    /// <param name="path">A full path.</param>
    /// <param name="overwrite">Whether an existing file may be replaced.</param>
    /// <param name="write">Writes what belongs into it.</param>
    public static async Task WriteAsync(string path, bool overwrite, Func<Stream, Task> write)
    {
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            await WriteToAsync(temporary, write).ConfigureAwait(false);
            Publish(temporary, path, overwrite);
        }
        finally
        {
            if (File.Exists(temporary))
            {
                File.Delete(temporary);
            }
        }
    }

    private static async Task WriteToAsync(string path, Func<Stream, Task> write)
    {
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 64 * 1024, FileOptions.Asynchronous);
        await write(file).ConfigureAwait(false);

        // Onto the disk before the name points to it, or a crash could leave an empty file under the good name.
        file.Flush(flushToDisk: true);
    }

    private static void Publish(string temporary, string path, bool overwrite)
    {
        if (overwrite && File.Exists(path))
        {
            File.Replace(temporary, path, destinationBackupFileName: null);
        }
        else
        {
            File.Move(temporary, path);
        }
    }
}
