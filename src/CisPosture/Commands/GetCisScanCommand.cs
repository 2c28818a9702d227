using System.Management.Automation;
using CisPosture.Isolation;

namespace CisPosture.Commands;

/// <summary>Lists the scans of a store, the latest first.</summary>
[Cmdlet(VerbsCommon.Get, "CisScan")]
[OutputType(typeof(CisScan))]
public sealed class GetCisScanCommand : CisCmdlet
{
    /// <summary>The store's file; by default findings.db in the user's data directory.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    private protected override void End()
    {
        using var store = FindingStores.Current.Open(StoreLocation.Of(SessionState, Path).Path);
        WriteObject(store.ReadScans(), enumerateCollection: true);
    }
}
