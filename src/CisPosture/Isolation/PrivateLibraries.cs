using System.Reflection;
using System.Runtime.InteropServices;

namespace CisPosture.Isolation;

/// <summary>The assemblies of the lib folder, kept apart from those that the session or other modules load under the same names.</summary>
internal abstract class PrivateLibraries
{
    private static readonly Lazy<PrivateLibraries> Loaded = new(Load);
    private static readonly Assembly Module = typeof(PrivateLibraries).Assembly;
    private static readonly Assembly Core = typeof(CisFinding).Assembly;

    /// <summary>Loaded on first use, once a process.</summary>
    public static PrivateLibraries Current => Loaded.Value;

    /// <summary>True once something was loaded.</summary>
    public static bool AreLoaded => Loaded.IsValueCreated;

    /// <summary>Answers only what our own assemblies ask for, so that no other module ever gets a library of ours.</summary>
    /// <param name="wanted">What is asked for.</param>
    /// <param name="requester">Who asks.</param>
    /// <returns>The assembly, or null to leave the question to others.</returns>
    public static Assembly? Answer(AssemblyName wanted, Assembly? requester)
    {
        var isOurs = requester is not null && (requester == Module || requester == Core || (AreLoaded && Current.Holds(requester)));
        if (!isOurs)
        {
            return null;
        }

        return string.Equals(wanted.Name, Core.GetName().Name, StringComparison.OrdinalIgnoreCase) ? Core : Current.Find(wanted.Name);
    }

    /// <summary>Finds a library by its simple name.</summary>
    /// <param name="name">The name without version.</param>
    /// <returns>The assembly; null where the folder has none of that name.</returns>
    public abstract Assembly? Find(string name);

    /// <summary>Tells whether an assembly is one of these libraries.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <returns>True where it was loaded from here.</returns>
    protected abstract bool Holds(Assembly assembly);

    // Mono, by which the tests come closest to .NET Framework, has no load contexts either.
    private static PrivateLibraries Load() =>
        RuntimeInformation.FrameworkDescription.StartsWith(".NET Framework", StringComparison.Ordinal) || RuntimeInformation.FrameworkDescription.StartsWith("Mono", StringComparison.Ordinal)
            ? new DesktopLibraries()
            : new LoadContextLibraries();
}
