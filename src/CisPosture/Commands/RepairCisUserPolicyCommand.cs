using System.Management.Automation;
using CisPosture.Repairs;

namespace CisPosture.Commands;

/// <summary>
/// Moves the policies that users hold themselves into groups, for findings of control 1.16. Each group is complete and the user in it before
/// anything is taken from the user. The caller's own policies are only moved with -Force.
/// </summary>
[Cmdlet(VerbsDiagnostic.Repair, "CisUserPolicy", DefaultParameterSetName = LiveSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(CisFinding))]
public sealed class RepairCisUserPolicyCommand : RepairCmdlet
{
    /// <summary>The group that takes the policies; made where it does not exist. Without it, one is made for each set of policies.</summary>
    [Parameter]
    [ValidatePattern(ParameterForms.Group)]
    public string? GroupName { get; set; }

    private protected override RepairOptions OptionsOf(string command) => new UserPolicyOptions { GroupName = GroupName };
}
