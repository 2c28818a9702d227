using System.Management.Automation;
using CisPosture.Findings;
using CisPosture.Isolation;

namespace CisPosture.Commands;

/// <summary>Compares two scans: what is new, fixed, still failing, changed, or gone.</summary>
[Cmdlet(VerbsData.Compare, "CisFinding", DefaultParameterSetName = ObjectSet)]
[OutputType(typeof(CisFindingChange))]
public sealed class CompareCisFindingCommand : CisCmdlet, IDisposable
{
    private const string ObjectSet = "Object";
    private const string StoreSet = "Store";

    private readonly CancellationTokenSource _stopping = new();
    private readonly List<CisFinding> _difference = [];

    /// <summary>The findings of the earlier scan.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ObjectSet)]
    [AllowEmptyCollection]
    public PSObject[] ReferenceObject { get; set; } = [];

    /// <summary>The findings of the later scan.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ParameterSetName = ObjectSet)]
    [AllowEmptyCollection]
    public PSObject[] DifferenceObject { get; set; } = [];

    /// <summary>The earlier scan in a store.</summary>
    [Parameter(Mandatory = true, ParameterSetName = StoreSet)]
    [ValidateRange(1, long.MaxValue)]
    public long ReferenceScanId { get; set; }

    /// <summary>The later scan in the same store.</summary>
    [Parameter(Mandatory = true, ParameterSetName = StoreSet)]
    [ValidateRange(1, long.MaxValue)]
    public long DifferenceScanId { get; set; }

    /// <summary>The store's file; by default findings.db in the user's data directory.</summary>
    [Parameter(ParameterSetName = StoreSet)]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <inheritdoc/>
    public void Dispose() => _stopping.Dispose();

    /// <inheritdoc/>
    protected override void StopProcessing() => _stopping.Cancel();

    private protected override void Process()
    {
        if (ParameterSetName == ObjectSet)
        {
            _difference.AddRange(DifferenceObject.Select(FindingInput.Of));
        }
    }

    private protected override void End()
    {
        var changes = ParameterSetName == ObjectSet ? FindingComparer.Compare(ReferenceObject.Select(FindingInput.Of), _difference) : FromStore();
        WriteObject(changes, enumerateCollection: true);
    }

    private IReadOnlyList<CisFindingChange> FromStore()
    {
        using var store = FindingStores.Current.Open(StoreLocation.Of(SessionState, Path).Path);
        return FindingComparer.Compare(Scan(store, ReferenceScanId), Scan(store, DifferenceScanId));
    }

    private IEnumerable<CisFinding> Scan(IFindingStore store, long scan) => store.Read(new FindingQuery { ScanId = scan }, _stopping.Token);
}
