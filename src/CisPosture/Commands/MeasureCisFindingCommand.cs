using System.Management.Automation;

namespace CisPosture.Commands;

/// <summary>Rolls findings up: a verdict for each control, counts and a score.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "CisFinding")]
[OutputType(typeof(CisSummary))]
public sealed class MeasureCisFindingCommand : CisCmdlet
{
    private readonly List<CisFinding> _findings = [];

    /// <summary>Findings, fresh or from a file, a job or another machine.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [AllowEmptyCollection]
    public CisFinding[] InputObject { get; set; } = [];

    private protected override void Process() => _findings.AddRange(InputObject);

    private protected override void End() => WriteObject(CisSummary.Of(_findings));
}
