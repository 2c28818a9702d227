using System.Management.Automation;
using CisPosture.Repairs;

namespace CisPosture.Commands;

/// <summary>Tightens the account's password policy for findings of the controls 1.5 to 1.11, with one call for all of them.</summary>
[Cmdlet(VerbsDiagnostic.Repair, "CisPasswordPolicy", DefaultParameterSetName = LiveSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(CisFinding))]
public sealed class RepairCisPasswordPolicyCommand : RepairCmdlet
{
    private protected override RepairOptions OptionsOf(string command) => new();
}
