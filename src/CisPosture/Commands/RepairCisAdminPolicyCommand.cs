using System.Management.Automation;
using CisPosture.Repairs;

namespace CisPosture.Commands;

/// <summary>
/// Takes policies that allow everything from the users, groups and roles that hold them, and then out of force, for findings of control 1.22.
/// Tells first who they are and who stays administrator. Never takes the last right to administer, whatever is said, and no permissions boundary.
/// </summary>
[Cmdlet(VerbsDiagnostic.Repair, "CisAdminPolicy", DefaultParameterSetName = LiveSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(CisFinding))]
public sealed class RepairCisAdminPolicyCommand : RepairCmdlet
{
    /// <summary>The ARN of the policy that each holder gets before this one is taken.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ReplacementPolicyArn { get; set; }

    /// <summary>Takes the policy from its holders without giving them another one.</summary>
    [Parameter]
    public SwitchParameter DetachAdminPolicy { get; set; }

    /// <summary>Names of users, groups and roles that are left alone, with wildcards. A group with such a user is left alone, too.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? ExcludePrincipal { get; set; }

    private protected override RepairOptions OptionsOf(string command) => AdminPolicyParameters.Options(ReplacementPolicyArn, DetachAdminPolicy, ExcludePrincipal);
}
