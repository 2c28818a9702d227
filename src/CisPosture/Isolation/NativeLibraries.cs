using System.Reflection;
using System.Runtime.InteropServices;

namespace CisPosture.Isolation;

/// <summary>
/// SQLite's native library, of which the module carries one for each system. It is found by its full path, so that neither one of the
/// system nor one of another module takes its place.
/// </summary>
internal static class NativeLibraries
{
    /// <summary>The assembly that calls SQLite.</summary>
    public const string Importer = "SQLitePCLRaw.provider.e_sqlite3";

    private const string Name = "e_sqlite3";

    private static readonly MethodInfo? TryLoad = Runtime("NativeLibrary")?.GetMethod("TryLoad", [typeof(string), typeof(IntPtr).MakeByRefType()]);

    /// <summary>Answers what the importer asks the runtime for.</summary>
    /// <param name="importer">The assembly.</param>
    public static void ServeTo(Assembly importer)
    {
        // By reflection, because .NET Standard does not have these types.
        var resolver = Delegate.CreateDelegate(Runtime("DllImportResolver")!, typeof(NativeLibraries).GetMethod(nameof(Resolve), BindingFlags.NonPublic | BindingFlags.Static)!);
        Runtime("NativeLibrary")!.GetMethod("SetDllImportResolver")!.Invoke(null, [importer, resolver]);
    }

    /// <summary>Loads the library where Windows PowerShell then finds it by its name.</summary>
    public static void LoadForDesktop()
    {
        var path = Candidates().First();
        if (LoadLibrary(path) == IntPtr.Zero)
        {
            throw new DllNotFoundException($"{path} cannot be loaded (error {Marshal.GetLastWin32Error()}).");
        }
    }

    // A Linux system has one of two C libraries; the file for the other does not load.
    private static IntPtr Resolve(string name, Assembly importer, DllImportSearchPath? searchPath)
    {
        if (name != Name)
        {
            return IntPtr.Zero;
        }

        foreach (var path in Candidates().Where(File.Exists))
        {
            object?[] arguments = [path, IntPtr.Zero];
            if ((bool)TryLoad!.Invoke(null, arguments)!)
            {
                return (IntPtr)arguments[1]!;
            }
        }

        throw new DllNotFoundException($"the module has none for {RuntimeInformation.OSDescription} on {RuntimeInformation.ProcessArchitecture}.");
    }

    private static IEnumerable<string> Candidates()
    {
        var machine = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
        var (systems, file) =
            RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? (["win"], Name + ".dll")
            : RuntimeInformation.IsOSPlatform(OSPlatform.OSX) ? (["osx"], $"lib{Name}.dylib")
            : (new[] { "linux", "linux-musl" }, $"lib{Name}.so");
        return systems.Select(system => Path.Combine(ModuleFiles.Libraries, "runtimes", $"{system}-{machine}", "native", file));
    }

    private static Type? Runtime(string name) => typeof(object).Assembly.GetType($"System.Runtime.InteropServices.{name}");

    [DllImport("kernel32", EntryPoint = "LoadLibraryW", SetLastError = true, CharSet = CharSet.Unicode, ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern IntPtr LoadLibrary(string path);
}
