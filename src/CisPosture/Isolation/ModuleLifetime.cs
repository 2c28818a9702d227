using System.ComponentModel;
using System.Management.Automation;
using System.Reflection;

namespace CisPosture.Isolation;

/// <summary>
/// Listens for unresolved assemblies from the first import on, and loads nothing by itself. It goes on after the module is removed, because
/// what is under way then goes on too: another runspace's scan, or the very pipeline that removes the module.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ModuleLifetime : IModuleAssemblyInitializer
{
    private static int _isListening;

    /// <inheritdoc/>
    public void OnImport()
    {
        if (Interlocked.Exchange(ref _isListening, 1) == 0)
        {
            AppDomain.CurrentDomain.AssemblyResolve += Resolve;
        }
    }

    private static Assembly? Resolve(object? sender, ResolveEventArgs args) =>
        PrivateLibraries.Answer(new AssemblyName(args.Name), args.RequestingAssembly);
}
