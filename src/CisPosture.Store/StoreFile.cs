using System.Runtime.InteropServices;

namespace CisPosture.Store;

/// <summary>The file of a store. Findings tell where an account is weak, so nobody but its owner may read a file that we make.</summary>
internal static class StoreFile
{
    private const uint OwnerOnlyFile = 0x180; // rw-------
    private const uint OwnerOnlyFolder = 0x1C0; // rwx------

    private static bool IsUnix => !RuntimeInformation.IsOSPlatform(OSPlatform.Windows);

    /// <summary>Fails where there is no file.</summary>
    public static void Require(string path)
    {
        if (Directory.Exists(path))
        {
            throw StoreFailure.IsFolder(path);
        }

        if (!File.Exists(path))
        {
            throw StoreFailure.NotFound(path);
        }
    }

    /// <summary>Makes an empty file where there is none, which SQLite then fills.</summary>
    public static void Create(string path, bool isPrivateFolder)
    {
        if (Directory.Exists(path))
        {
            throw StoreFailure.IsFolder(path);
        }

        try
        {
            CreateFolder(Path.GetDirectoryName(path)!, isPrivateFolder);
            if (!File.Exists(path))
            {
                CreateFile(path);
            }
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw StoreFailure.NotWritten(path, cause.Message, cause);
        }
    }

    private static void CreateFolder(string folder, bool isPrivate)
    {
        if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder);
            if (isPrivate)
            {
                Restrict(folder, OwnerOnlyFolder);
            }
        }
    }

    // Restricted while it is still empty, so that there is no moment at which somebody else can open it and read on later. SQLite gives the
    // files beside it the same rights.
    private static void CreateFile(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite);
            Restrict(path, OwnerOnlyFile);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another job made it in this moment.
        }
    }

    private static void Restrict(string path, uint mode)
    {
        if (IsUnix && ChangeMode(path, mode) != 0)
        {
            throw new IOException($"Its rights cannot be restricted to its owner (error {Marshal.GetLastWin32Error()}).");
        }
    }

    // .NET Standard has no call for it.
    [DllImport("libc", EntryPoint = "chmod", SetLastError = true, CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ChangeMode(string path, uint mode);
}
