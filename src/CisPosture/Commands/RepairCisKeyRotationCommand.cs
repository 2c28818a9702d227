using System.Management.Automation;
using CisPosture.Repairs;

namespace CisPosture.Commands;

/// <summary>Turns on the yearly rotation of KMS keys for findings of control 2.8.</summary>
[Cmdlet(VerbsDiagnostic.Repair, "CisKeyRotation", DefaultParameterSetName = LiveSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(CisFinding))]
public sealed class RepairCisKeyRotationCommand : RepairCmdlet
{
    private protected override RepairOptions OptionsOf(string command) => new();
}
