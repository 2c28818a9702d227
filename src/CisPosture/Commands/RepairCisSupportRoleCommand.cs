using System.Management.Automation;
using CisPosture.Repairs;

namespace CisPosture.Commands;

/// <summary>Makes a role with the policy AWSSupportAccess for findings of control 1.20. Who may assume it has to be said.</summary>
[Cmdlet(VerbsDiagnostic.Repair, "CisSupportRole", DefaultParameterSetName = LiveSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(CisFinding))]
public sealed class RepairCisSupportRoleCommand : RepairCmdlet
{
    /// <summary>Who may assume the role: ARNs of users and roles, or ids of accounts.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? AssumedBy { get; set; }

    /// <summary>The name of the role.</summary>
    [Parameter]
    [ValidatePattern(ParameterForms.Role)]
    public string RoleName { get; set; } = SupportRoleOptions.DefaultRoleName;

    private protected override RepairOptions OptionsOf(string command) => SupportRoleOptions.Of(AssumedBy, RoleName);
}
