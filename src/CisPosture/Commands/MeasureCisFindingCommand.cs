using System.Management.Automation;

namespace CisPosture.Commands;

/// <summary>Rolls findings up: a verdict for each control, counts and a score.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "CisFinding")]
[OutputType(typeof(CisSummary))]
public sealed class MeasureCisFindingCommand : CisCmdlet
{
    private readonly SummaryBuilder _builder = new();

    /// <summary>Findings, fresh or as they come back from a job, a file or another machine.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [AllowEmptyCollection]
    public PSObject[] InputObject { get; set; } = [];

    /// <summary>Gives every account a roll-up of its own.</summary>
    [Parameter]
    public SwitchParameter ByAccount { get; set; }

    private protected override void Process()
    {
        foreach (var finding in InputObject)
        {
            _builder.Add(
                Text(finding, nameof(CisFinding.ControlId)),
                Text(finding, nameof(CisFinding.Status)),
                Text(finding, nameof(CisFinding.Severity)),
                Text(finding, nameof(CisFinding.AccountId)),
                Text(finding, nameof(CisFinding.Title)),
                isSuppressed: Text(finding, nameof(CisFinding.Suppression)) is { Length: > 0 });
        }
    }

    private protected override void End()
    {
        if (ByAccount)
        {
            WriteObject(_builder.BuildByAccount(), enumerateCollection: true);
        }
        else
        {
            WriteObject(_builder.Build());
        }
    }

    private static string? Text(PSObject finding, string member) => finding.Properties[member]?.Value?.ToString();
}
