using System.Management.Automation;
using CisPosture.Accounts;
using CisPosture.Snapshots;

namespace CisPosture.Commands;

/// <summary>Writes the evidence of live accounts into a file that Test-CisControl can judge later, elsewhere and again.</summary>
[Cmdlet(VerbsData.Export, "CisSnapshot", DefaultParameterSetName = LiveSet, SupportsShouldProcess = true)]
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
        if (IsAskedForNothing)
        {
            return;
        }

        var path = SessionState.Path.GetUnresolvedProviderPathFromPSPath(Path);
        SnapshotFile.CheckTarget(path, Force);
        if (!ShouldProcess(path, "Write snapshot"))
        {
            return;
        }

        var live = Accounts();
        var overwrite = Force.IsPresent;
        Run("Reading accounts", (output, token) => ExportAsync(live, path, overwrite, output, token));
    }

    private static async Task ExportAsync(LiveAccounts live, string path, bool overwrite, CmdletOutput output, CancellationToken cancellationToken)
    {
        using var accounts = await live.OpenAsync(output, cancellationToken).ConfigureAwait(false);
        var evidence = new AccountEvidence[accounts.Count];
        await accounts.ReadAsync(EvidenceKind.All, ReadAsync, cancellationToken).ConfigureAwait(false);
        await SnapshotFile.WriteAsync(path, SnapshotContent.Of(evidence), overwrite, cancellationToken).ConfigureAwait(false);
        output.WriteObject(new FileInfo(path));

        async Task ReadAsync(AccountReading account, CancellationToken token) => evidence[account.Place] = await account.WhenCompleteAsync().ConfigureAwait(false);
    }
}
