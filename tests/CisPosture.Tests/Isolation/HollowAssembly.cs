using System.Reflection;
using System.Reflection.Emit;

namespace CisPosture.Tests.Isolation;

/// <summary>
/// An assembly under another's name and public key with nothing in it: the worst release of a library that some other module could bring.
/// .NET checks no signature, so it is taken for the library wherever one is bound by name.
/// </summary>
internal static class HollowAssembly
{
    /// <summary>Writes one into a folder.</summary>
    /// <param name="original">The library's file.</param>
    /// <param name="change">Makes its version of the library's.</param>
    /// <param name="folder">The folder.</param>
    /// <returns>The path of the new file.</returns>
    public static string Write(string original, Func<Version, Version> change, string folder)
    {
        var name = AssemblyName.GetAssemblyName(original);
        name.Version = change(name.Version!);
        var assembly = new PersistedAssemblyBuilder(name, typeof(object).Assembly);
        assembly.DefineDynamicModule(name.Name!);
        var path = Path.Combine(folder, Path.GetFileName(original));
        assembly.Save(path);
        return path;
    }
}
