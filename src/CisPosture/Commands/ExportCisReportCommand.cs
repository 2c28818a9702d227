using System.Globalization;
using System.Management.Automation;
using CisPosture.Findings;
using CisPosture.Isolation;
using CisPosture.Reports;

namespace CisPosture.Commands;

/// <summary>Writes findings into a file for people, spreadsheets, build servers and other programs.</summary>
[Cmdlet(VerbsData.Export, "CisReport", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportCisReportCommand : AsyncCisCmdlet
{
    private const string FileSystem = "FileSystem";

    private readonly ReportBuilder _builder = new();
    private string? _path;
    private ReportFormat _format;

    /// <summary>The file.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("FilePath")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>The findings of a report, all of them; fresh or as they come back from a job, a file, a store or another machine.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [AllowEmptyCollection]
    public PSObject[] InputObject { get; set; } = [];

    /// <summary>The format, where the file's name does not tell it.</summary>
    [Parameter]
    public ReportFormat? Format { get; set; }

    /// <summary>The heading, in formats that have one.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Title { get; set; }

    /// <summary>A store of Save-CisFinding, whose earlier scans of the same accounts are the trend in formats that show one.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? StorePath { get; set; }

    /// <summary>Leaves a file alone that exists.</summary>
    [Parameter]
    [Alias("NoOverwrite")]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Replaces the file even where it may only be read.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Emits the file.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    // At once, so that what cannot be written shows before a scan that takes long.
    private protected override void Begin()
    {
        _format = Format ?? ReportFormats.Of(Path);
        ReportFormats.Require(_format, Path);
        var path = FilePath();
        ReportFile.CheckTarget(path, !NoClobber, Force);
        OpenStore()?.Dispose();
        _path = ShouldProcess(path, $"Write report ({_format})") ? path : null;
    }

    private protected override void Process()
    {
        if (_path is null)
        {
            return;
        }

        foreach (var input in InputObject)
        {
            _builder.Add(FindingInput.Of(input));
        }
    }

    private protected override void End()
    {
        if (_path is not { } path)
        {
            return;
        }

        var report = _builder.Build(Title, DateTimeOffset.UtcNow, Scans()) with { FileExtension = System.IO.Path.GetExtension(path).ToLowerInvariant() };
        var writer = ReportWriters.Current.Writer(_format);
        var (overwrite, evenReadOnly, passThru) = (!NoClobber, Force.IsPresent, PassThru.IsPresent);
        Run("Writing report", async (output, token) =>
        {
            var read = 0;
            output.Follow(() => Picture(Volatile.Read(ref read), report.Findings.Count));
            var followed = report with { Findings = new FollowedFindings(report.Findings, count => Volatile.Write(ref read, count), token) };
            await ReportFile.WriteAsync(path, writer, followed, overwrite, evenReadOnly).ConfigureAwait(false);
            output.Verbose(string.Format(CultureInfo.InvariantCulture, "Wrote {0} findings to {1}.", report.Findings.Count, path));
            if (passThru)
            {
                output.WriteObject(new FileInfo(path));
            }
        });
    }

    private static ProgressPicture Picture(int read, int count) =>
        new(string.Format(CultureInfo.InvariantCulture, "{0} of {1} findings", read, count), count == 0 ? null : (int)(read * 100L / count), []);

    private string FilePath()
    {
        var path = SessionState.Path.GetUnresolvedProviderPathFromPSPath(Path, out var provider, out _);
        return string.Equals(provider.Name, FileSystem, StringComparison.OrdinalIgnoreCase)
            ? path
            : throw ReportFailure.NotWritten(Path, $"it lies in {provider.Name}, which has no files. Name a file.");
    }

    private IFindingStore? OpenStore() => StorePath is null ? null : FindingStores.Current.Open(StoreLocation.Of(SessionState, StorePath).Path);

    // Not before the end, so that it holds what the same pipeline has saved.
    private IReadOnlyList<CisScan> Scans()
    {
        using var store = OpenStore();
        return store?.ReadScans() ?? [];
    }
}
