using System.Management.Automation;
using CisPosture.Completion;
using CisPosture.SecurityHub;

namespace CisPosture.Commands;

/// <summary>
/// Publishes findings into AWS Security Hub, each into the hub of its Region. What is published again updates what is there; what was accepted is suppressed.
/// </summary>
[Cmdlet(VerbsData.Publish, "CisFinding", SupportsShouldProcess = true, DefaultParameterSetName = LiveSet)]
[OutputType(typeof(CisPublication), typeof(CisFinding))]
public sealed class PublishCisFindingCommand : AccountCmdlet
{
    private readonly List<CisFinding> _findings = [];

    /// <summary>Findings: fresh ones, or what jobs, stores and files leave of them.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [AllowEmptyCollection]
    public PSObject[] InputObject { get; set; } = [];

    /// <summary>The Region for calls that have none; where a finding is published, it says itself.</summary>
    [Parameter(ParameterSetName = LiveSet)]
    [ArgumentCompleter(typeof(RegionCompleter))]
    [Alias("RegionToCall")]
    [ValidateNotNullOrEmpty]
    public string? Region { get; set; }

    /// <summary>Lifts suppressions that this module has set and whose end has not come, where the finding comes without one: for rules that were taken back.</summary>
    [Parameter]
    public SwitchParameter LiftSuppression { get; set; }

    /// <summary>Passes on the findings that Security Hub has by now, instead of telling what was done in each Region.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override string? ConnectionRegion => Region;

    private protected override void Begin() => CheckRegions(Region is null ? [] : [Region]);

    private protected override void Process()
    {
        foreach (var input in InputObject)
        {
            try
            {
                _findings.Add(Published(FindingInput.Of(input)));
            }
            catch (PostureException failure)
            {
                WriteError(ErrorRecords.Of(failure));
            }
        }
    }

    private protected override void End()
    {
        if (_findings.Count == 0)
        {
            return;
        }

        var account = Account([], []);
        var options = new PublishOptions(DateTimeOffset.UtcNow, LiftSuppression);
        var (isWhatIf, passesFindings) = (IsWhatIf(), PassThru.IsPresent);
        Run("Publishing findings", async (output, token) =>
        {
            using var session = (IHubSession)await account.ConnectAsync(output, token).ConfigureAwait(false);
            await new PublishRun(session, new HubOutput(output, isWhatIf, passesFindings, _findings.Count), options).RunAsync(_findings, token).ConfigureAwait(false);
        });
    }

    // The Region of a finding becomes the host that is asked.
    private static CisFinding Published(CisFinding finding) => IsRegion(finding.Region)
        ? finding
        : throw new PostureException(ErrorId.RegionInvalid, $"The finding {finding.ControlId} {finding.ResourceId} is of Region '{finding.Region}', which is no Region's name; it was not published.", finding);
}
