using System.Text;

namespace CisPosture.Commands;

/// <summary>Tells a store from a text file of findings.</summary>
internal static class FindingSource
{
    private static readonly byte[] StoreMark = Encoding.ASCII.GetBytes("SQLite format 3\0");

    /// <summary>True where a path is a text file, or would be one by its name.</summary>
    /// <param name="path">A full path.</param>
    public static bool IsText(string path)
    {
        var isNamedSo = string.Equals(Path.GetExtension(path), ".json", StringComparison.OrdinalIgnoreCase);
        try
        {
            return File.Exists(path) ? StartOf(path) is { Length: > 0 } start ? !start.SequenceEqual(StoreMark) : isNamedSo : isNamedSo;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            // Whoever opens it says what is wrong with it.
            return isNamedSo;
        }
    }

    private static byte[] StartOf(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var start = new byte[StoreMark.Length];
        var length = file.Read(start, 0, start.Length);
        Array.Resize(ref start, length);
        return start;
    }
}
