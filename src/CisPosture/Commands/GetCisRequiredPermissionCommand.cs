using System.Collections;
using System.Management.Automation;
using CisPosture.Completion;
using CisPosture.Controls;
using CisPosture.Permissions;

namespace CisPosture.Commands;

/// <summary>Tells which IAM actions a scan of these controls takes, and their repair where asked for, as objects or as a policy. Works offline.</summary>
[Cmdlet(VerbsCommon.Get, "CisRequiredPermission")]
[OutputType(typeof(CisPermission), typeof(string))]
public sealed class GetCisRequiredPermissionCommand : CisCmdlet
{
    private readonly List<string> _ids = [];

    /// <summary>Control numbers, or patterns such as 3.*; all controls where it is left out.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("ControlId")]
    [ControlIdText]
    [ArgumentCompleter(typeof(ControlIdCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Id { get; set; }

    /// <summary>Control numbers or patterns to leave out.</summary>
    [Parameter]
    [ControlIdText]
    [ArgumentCompleter(typeof(ControlIdCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? ExcludeId { get; set; }

    /// <summary>Only controls of these severities.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public Severity[]? Severity { get; set; }

    /// <summary>Settings of controls by name, as Test-CisControl takes them; some ask for more evidence.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary? ControlParameter { get; set; }

    /// <summary>Adds what repairs of these controls take, and undoing them.</summary>
    [Parameter]
    public SwitchParameter ForRepair { get; set; }

    /// <summary>Adds what entering the accounts of an organization takes, which only whoever starts the scan needs.</summary>
    [Parameter]
    public SwitchParameter Organization { get; set; }

    /// <summary>Adds what Publish-CisFinding and Get-CisFinding -SecurityHub take.</summary>
    [Parameter]
    public SwitchParameter ForSecurityHub { get; set; }

    /// <summary>Writes one IAM policy document instead of objects.</summary>
    [Parameter]
    public SwitchParameter AsPolicyJson { get; set; }

    private protected override void Process() => _ids.AddRange(ControlIdText.Settle(Id, MyInvocation.Line) ?? []);

    private protected override void End()
    {
        // An empty pipeline asks for nothing, not for everything.
        if (MyInvocation.ExpectingInput && _ids.Count == 0)
        {
            return;
        }

        var permissions = Permissions();
        if (AsPolicyJson)
        {
            WriteObject(PermissionPolicy.ToJson(permissions));
            return;
        }

        WriteObject(permissions, enumerateCollection: true);
    }

    private List<CisPermission> Permissions()
    {
        var controls = ControlSelection.Of(_ids.Count > 0 ? _ids : null, ControlIdText.Settle(ExcludeId, MyInvocation.Line), Severity);
        if (controls.Count == 0)
        {
            throw new PostureException(ErrorId.ControlNotFound, "No control is left: what -Id names, -ExcludeId or -Severity leaves out.");
        }

        var parameters = ControlParameter is null ? ControlParameterSet.Empty : ControlParameterSet.Read(ControlParameterTable.Of(ControlParameter, MyInvocation.Line), controls);
        return
        [
            .. ScanPermissions.Of(controls, new ControlEvaluator(parameters, isStrict: false, listsEachResource: false)),
            .. ForRepair ? RepairPermissions.Of(controls) : [],
            .. Organization ? EntryPermissions.All : [],
            .. ForSecurityHub ? HubPermissions.All : [],
        ];
    }
}
