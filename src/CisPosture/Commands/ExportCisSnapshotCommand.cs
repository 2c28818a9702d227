using System.Management.Automation;
using CisPosture.Accounts;
using CisPosture.Snapshots;

namespace CisPosture.Commands;

/// <summary>Writes the evidence of a live account into a file that Test-CisControl can judge later, elsewhere and again.</summary>
[Cmdlet(VerbsData.Export, "CisSnapshot", DefaultParameterSetName = LiveSet)]
[OutputType(typeof(FileInfo))]
public sealed class ExportCisSnapshotCommand : ScanCmdlet
{
    /// <summary>The file, .json or .json.gz.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("FilePath")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>Replaces the file where it exists.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override void End()
    {
        var path = SessionState.Path.GetUnresolvedProviderPathFromPSPath(Path);
        SnapshotFile.CheckTarget(path, Force);
        var account = Account();
        var overwrite = Force.IsPresent;
        Run("Reading the account", (output, token) => ExportAsync(account, path, overwrite, output, token));
    }

    private static async Task ExportAsync(LiveAccount account, string path, bool overwrite, CmdletOutput output, CancellationToken cancellationToken)
    {
        using var session = await account.ConnectAsync(output, cancellationToken).ConfigureAwait(false);
        var collection = session.Collect(account.Request(EvidenceKind.All), cancellationToken);
        output.Follow(() => collection.Progress);
        var evidence = await collection.WhenCompleteAsync().ConfigureAwait(false);
        Scan.WriteGaps(collection, output);
        await SnapshotFile.WriteAsync(path, SnapshotContent.Of(evidence), overwrite, cancellationToken).ConfigureAwait(false);
        output.WriteObject(new FileInfo(path));
    }
}
