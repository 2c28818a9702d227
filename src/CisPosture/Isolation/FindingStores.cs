using CisPosture.Findings;

namespace CisPosture.Isolation;

/// <summary>Hands out the way to stores of findings, made on first use from the private libraries.</summary>
internal static class FindingStores
{
    private static readonly Lazy<IFindingStoreGateway> Isolated = new(Create);

    /// <summary>The gateway.</summary>
    public static IFindingStoreGateway Current => Isolated.Value;

    private static IFindingStoreGateway Create()
    {
        var assembly = PrivateLibraries.Current.Find("CisPosture.Store")
            ?? throw new FileNotFoundException($"The module's folder {ModuleFiles.Libraries} lacks CisPosture.Store.dll; install the module again.");
        var type = assembly.GetType("CisPosture.Store.FindingStoreGateway", throwOnError: true)!;
        return (IFindingStoreGateway)Activator.CreateInstance(type, nonPublic: true)!;
    }
}
