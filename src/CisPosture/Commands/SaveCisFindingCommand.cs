using System.Management.Automation;
using CisPosture.Findings;
using CisPosture.Isolation;

namespace CisPosture.Commands;

/// <summary>Keeps the findings of a scan in a store that tells later what is new, resolved or reopened. One run is one scan.</summary>
[Cmdlet(VerbsData.Save, "CisFinding")]
[OutputType(typeof(CisScan), typeof(CisFinding))]
public sealed class SaveCisFindingCommand : CisCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private IFindingStore? _store;
    private IScanRecording? _recording;

    /// <summary>The findings of a scan, all of them; fresh or as they come back from a job, a file or another machine.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [AllowEmptyCollection]
    public PSObject[] InputObject { get; set; } = [];

    /// <summary>The store's file, made where there is none; by default findings.db in the user's data directory.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>Passes the findings on, once they are saved, instead of telling what the scan came to.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Findings to pass on; they wait, because what was not saved must not look as if it were.</summary>
    private List<PSObject> Passing { get; } = [];

    /// <inheritdoc/>
    public void Dispose()
    {
        _recording?.Dispose();
        _store?.Dispose();
        _stopping.Dispose();
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _stopping.Cancel();

    // At once, so that a store that cannot be written shows before a scan that takes long.
    private protected override void Begin()
    {
        var location = StoreLocation.Of(SessionState, Path);
        WriteVerbose($"Saving into {location.Path}.");
        _store = FindingStores.Current.OpenOrCreate(location.Path, location.IsUsual);
        _recording = _store.Record();
    }

    private protected override void Process()
    {
        foreach (var input in InputObject)
        {
            _recording!.Add(FindingInput.Of(input));
            if (PassThru)
            {
                Passing.Add(input);
            }
        }
    }

    private protected override void End()
    {
        var scan = _recording!.Commit(DateTimeOffset.UtcNow, _stopping.Token);
        if (scan is null)
        {
            WriteVerbose("There were no findings, so no scan was saved.");
            return;
        }

        WriteVerbose(scan.ToString());
        WriteObject(PassThru ? Passing : scan, enumerateCollection: PassThru);
    }
}
