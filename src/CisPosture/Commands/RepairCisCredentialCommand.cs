using System.Management.Automation;
using CisPosture.Repairs;

namespace CisPosture.Commands;

/// <summary>
/// Turns off access keys for findings of the controls 1.3 and 1.4, and with -IncludePassword deletes passwords that nobody uses. When each was
/// last used is read again just before. Keys that something uses, and the caller's own, are left alone.
/// </summary>
[Cmdlet(VerbsDiagnostic.Repair, "CisCredential", DefaultParameterSetName = LiveSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(CisFinding))]
public sealed class RepairCisCredentialCommand : RepairCmdlet
{
    /// <summary>Deletes passwords that nobody uses, too. This cannot be undone.</summary>
    [Parameter]
    public SwitchParameter IncludePassword { get; set; }

    /// <summary>Turns off keys that are too old even where something uses them. You are asked once more unless you say -Force, too.</summary>
    [Parameter]
    public SwitchParameter IncludeKeyInUse { get; set; }

    /// <summary>After how many days without use a key that is too old counts as not in use; otherwise as many as control 1.3 allows.</summary>
    [Parameter]
    [ValidateRange(1, 36500)]
    public int? IdleDays { get; set; }

    /// <summary>Names of users that are left alone, with wildcards.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? ExcludeUser { get; set; }

    private protected override RepairOptions OptionsOf(string command) => CredentialParameters.Options(IncludePassword, IncludeKeyInUse, IdleDays, ExcludeUser);
}
