using System.Management.Automation;
using CisPosture.Completion;
using CisPosture.Findings;
using CisPosture.Isolation;
using CisPosture.SecurityHub;

namespace CisPosture.Commands;

/// <summary>Reads findings that were kept: from a store of Save-CisFinding, from a .json file, or those of the CIS standard from Security Hub.</summary>
[Cmdlet(VerbsCommon.Get, "CisFinding", DefaultParameterSetName = LatestSet)]
[OutputType(typeof(CisFinding))]
public sealed class GetCisFindingCommand : AccountCmdlet
{
    private const string LatestSet = "Latest";
    private const string SinceSet = "Since";
    private const string ScanSet = "Scan";

    /// <summary>A store, or a .json file of findings; by default the store findings.db in the user's data directory.</summary>
    [Parameter(Position = 0, ParameterSetName = LatestSet)]
    [Parameter(Position = 0, ParameterSetName = SinceSet)]
    [Parameter(Position = 0, ParameterSetName = ScanSet)]
    [Alias("FilePath")]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>Only findings of these statuses. One that was resolved has passed.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public FindingStatus[]? Status { get; set; }

    /// <summary>Only findings of these severities.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public Severity[]? Severity { get; set; }

    /// <summary>Only findings of these controls; numbers, or patterns such as 3.*.</summary>
    [Parameter]
    [Alias("Id")]
    [ControlIdText]
    [ArgumentCompleter(typeof(ControlIdCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? ControlId { get; set; }

    /// <summary>Only findings of these accounts.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? AccountId { get; set; }

    /// <summary>Only findings in these Regions; with -SecurityHub, only those that the hubs of these Regions have.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(RegionCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Region { get; set; }

    /// <summary>Only findings on these resources.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? ResourceId { get; set; }

    /// <summary>Only findings that were not there before.</summary>
    [Parameter(ParameterSetName = LatestSet)]
    [Parameter(ParameterSetName = SinceSet)]
    [Parameter(ParameterSetName = ScanSet)]
    public SwitchParameter New { get; set; }

    /// <summary>Only findings that pass or are gone by now.</summary>
    [Parameter(ParameterSetName = LatestSet)]
    [Parameter(ParameterSetName = SinceSet)]
    [Parameter(ParameterSetName = ScanSet)]
    public SwitchParameter Resolved { get; set; }

    /// <summary>Only findings that came back.</summary>
    [Parameter(ParameterSetName = LatestSet)]
    [Parameter(ParameterSetName = SinceSet)]
    [Parameter(ParameterSetName = ScanSet)]
    public SwitchParameter Reopened { get; set; }

    /// <summary>How things stand after the latest scan of each control and account. This is what happens by default.</summary>
    [Parameter(ParameterSetName = LatestSet)]
    public SwitchParameter Latest { get; set; }

    /// <summary>What changed in scans that were saved at this time or later, each finding once.</summary>
    [Parameter(Mandatory = true, ParameterSetName = SinceSet)]
    public DateTime Since { get; set; }

    /// <summary>The findings of one scan as they were then; Get-CisScan lists the scans.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ScanSet)]
    [ValidateRange(1, long.MaxValue)]
    public long ScanId { get; set; }

    /// <summary>Reads Security Hub's own findings of the CIS AWS Foundations Benchmark v1.2.0 standard, of all enabled Regions or those of -Region.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LiveSet)]
    public SwitchParameter SecurityHub { get; set; }

    /// <summary>Reads what Publish-CisFinding has put there instead.</summary>
    [Parameter(ParameterSetName = LiveSet)]
    public SwitchParameter Published { get; set; }

    private protected override string? ConnectionRegion => Region?.FirstOrDefault(region => !WildcardPattern.ContainsWildcardCharacters(region));

    private protected override void Process()
    {
        if (SecurityHub)
        {
            WriteHub();
            return;
        }

        var location = StoreLocation.Of(SessionState, Path);
        if (!location.IsUsual && FindingSource.IsText(location.Path))
        {
            WriteFile(location.Path);
        }
        else
        {
            WriteStore(location.Path);
        }
    }

    private void WriteFile(string path)
    {
        if (ParameterSetName != LatestSet)
        {
            throw new PostureException(ErrorId.StoreInvalid, $"'{path}' is a file of findings, which knows of no scans. -Since and -ScanId need a store of Save-CisFinding.", path);
        }

        var query = Query();
        foreach (var finding in FindingFile.Read(path).Where(query.Matches))
        {
            WriteObject(finding);
        }
    }

    private void WriteStore(string path)
    {
        using var store = FindingStores.Current.Open(path);
        foreach (var finding in store.Read(Query(), StopToken))
        {
            WriteObject(finding);
        }
    }

    private void WriteHub()
    {
        var query = HubQuery();
        var account = Account([], []);
        var isWhatIf = IsWhatIf();
        Run("Reading Security Hub", async (output, token) =>
        {
            using var session = (IHubSession)await account.ConnectAsync(output, token).ConfigureAwait(false);
            foreach (var finding in await new HubReadRun(session, new HubOutput(output, isWhatIf)).RunAsync(query, token).ConfigureAwait(false))
            {
                output.WriteObject(finding);
            }
        });
    }

    private HubQuery HubQuery()
    {
        var regions = Region ?? [];
        var hasPatterns = regions.Any(WildcardPattern.ContainsWildcardCharacters);
        CheckRegions(regions.Where(region => !WildcardPattern.ContainsWildcardCharacters(region)));
        var controls = ControlSelection.Of(ControlIdText.Settle(ControlId, MyInvocation.Line), null, Severity);
        if (controls.Count == 0)
        {
            throw new PostureException(ErrorId.ControlNotFound, "No control is left: none of those that -ControlId names is of the -Severity.");
        }

        return new HubQuery
        {
            Regions = hasPatterns ? [] : [.. regions.Distinct(StringComparer.Ordinal)],
            RegionPatterns = hasPatterns ? Patterns(regions) : [],
            Controls = controls,
            AccountIds = AccountId is { } accounts && !accounts.Any(WildcardPattern.ContainsWildcardCharacters) ? accounts : [],
            IsPublished = Published,
            Findings = Query() with { Regions = [], ControlIds = [] },
        };
    }

    private FindingQuery Query() => new()
    {
        Statuses = Status ?? [],
        Severities = Severity ?? [],
        ControlIds = Patterns(ControlIds()),
        AccountIds = Patterns(AccountId),
        Regions = Patterns(Region),
        ResourceIds = Patterns(ResourceId),
        Changes = [.. Changes()],
        ScanId = ParameterSetName == ScanSet ? ScanId : null,
        Since = ParameterSetName == SinceSet ? new DateTimeOffset(Since) : null,
    };

    // A store may know controls of other editions, so that only what can be no number at all is refused.
    private IEnumerable<string>? ControlIds()
    {
        var ids = ControlIdText.Settle(ControlId, MyInvocation.Line);
        foreach (var id in ids ?? [])
        {
            if (!CisPosture.ControlId.TryParse(id, out _))
            {
                _ = new ControlIdPattern(id);
            }
        }

        return ids;
    }

    private IEnumerable<ChangeKind> Changes()
    {
        if (New)
        {
            yield return ChangeKind.New;
        }

        if (Resolved)
        {
            yield return ChangeKind.Resolved;
        }

        if (Reopened)
        {
            yield return ChangeKind.Reopened;
        }
    }

    private static IReadOnlyList<TextPattern> Patterns(IEnumerable<string>? texts) => [.. (texts ?? []).Select(text => new TextPattern(text))];
}
