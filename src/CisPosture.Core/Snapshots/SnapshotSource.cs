using System.IO.Compression;

namespace CisPosture.Snapshots;

/// <summary>A snapshot file opened for reading, as often from its beginning as is needed.</summary>
internal sealed class SnapshotSource : IDisposable
{
    private readonly FileStream _file;
    private GZipStream? _expanded;

    private SnapshotSource(string path, FileStream file)
    {
        Path = path;
        _file = file;
    }

    public string Path { get; }

    public static SnapshotSource Open(string path)
    {
        if (Directory.Exists(path))
        {
            throw SnapshotFailure.NotFound(path, "it is a folder.");
        }

        try
        {
            return new SnapshotSource(path, new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 4096, FileOptions.Asynchronous | FileOptions.SequentialScan));
        }
        catch (Exception cause) when (cause is FileNotFoundException or DirectoryNotFoundException)
        {
            throw SnapshotFailure.NotFound(path, "there is no such file.", cause);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw SnapshotFailure.NotFound(path, cause.Message, cause);
        }
    }

    /// <summary>The file's JSON from the beginning, expanded where its first bytes say that it is compressed, whatever the file's name.</summary>
    public Stream FromStart()
    {
        _expanded?.Dispose();
        _expanded = null;
        var isCompressed = StartsWith(0x1F, 0x8B);
        _file.Position = 0;
        return isCompressed ? _expanded = new GZipStream(_file, CompressionMode.Decompress, leaveOpen: true) : _file;
    }

    public void Dispose()
    {
        _expanded?.Dispose();
        _file.Dispose();
    }

    private bool StartsWith(byte first, byte second)
    {
        _file.Position = 0;
        return _file.ReadByte() == first && _file.ReadByte() == second;
    }
}
