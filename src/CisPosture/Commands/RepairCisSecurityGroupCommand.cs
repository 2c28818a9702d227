using System.Management.Automation;
using CisPosture.Repairs;

namespace CisPosture.Commands;

/// <summary>
/// Closes ports 22 and 3389 to the world for findings of the controls 4.1 and 4.2, and empties default security groups for findings of 4.3. A
/// default group that is attached to network interfaces is only emptied with -Force.
/// </summary>
[Cmdlet(VerbsDiagnostic.Repair, "CisSecurityGroup", DefaultParameterSetName = LiveSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(CisFinding))]
public sealed class RepairCisSecurityGroupCommand : RepairCmdlet
{
    /// <summary>What to do with rules that open more than the port. Where it is left out, such rules stay unless -ReplacementCidr says who may go on.</summary>
    [Parameter]
    public WideRule? WideRule { get; set; }

    /// <summary>Ranges that may go on reaching the port instead of everybody, such as 203.0.113.0/24.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? ReplacementCidr { get; set; }

    private protected override RepairOptions OptionsOf(string command) => SecurityGroupOptions.Of(WideRule, ReplacementCidr);
}
