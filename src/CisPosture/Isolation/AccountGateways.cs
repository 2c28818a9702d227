using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using CisPosture.Collection;

namespace CisPosture.Isolation;

/// <summary>Hands out the way to AWS, made on first use from the private libraries.</summary>
internal static class AccountGateways
{
    private static readonly Lazy<IAccountGateway> Isolated = new(Create);
    private static readonly ConditionalWeakTable<Runspace, IAccountGateway> Substitutes = new();

    /// <summary>The gateway that a runspace's commands use.</summary>
    /// <param name="runspace">The runspace.</param>
    /// <returns>AWS, unless something else was put in its place.</returns>
    public static IAccountGateway For(Runspace runspace) =>
        Substitutes.TryGetValue(runspace, out var substitute) ? substitute : Isolated.Value;

    /// <summary>Puts another gateway in the place of AWS, for the commands of one runspace.</summary>
    /// <param name="runspace">The runspace.</param>
    /// <param name="gateway">The gateway.</param>
    public static void Substitute(Runspace runspace, IAccountGateway gateway)
    {
        Substitutes.Remove(runspace);
        Substitutes.Add(runspace, gateway);
    }

    private static IAccountGateway Create()
    {
        var assembly = PrivateLibraries.Current.Find("CisPosture.Aws")
            ?? throw new FileNotFoundException($"The module's folder {ModuleFiles.Libraries} lacks CisPosture.Aws.dll; install the module again.");
        var type = assembly.GetType("CisPosture.Aws.AccountGateway", throwOnError: true)!;
        return (IAccountGateway)Activator.CreateInstance(type, nonPublic: true)!;
    }
}
