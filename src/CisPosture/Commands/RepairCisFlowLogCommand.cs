using System.Management.Automation;
using CisPosture.Repairs;

namespace CisPosture.Commands;

/// <summary>Gives VPCs a flow log of the traffic that they reject, for findings of control 2.9.</summary>
[Cmdlet(VerbsDiagnostic.Repair, "CisFlowLog", DefaultParameterSetName = LiveSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(CisFinding))]
public sealed class RepairCisFlowLogCommand : RepairCmdlet
{
    /// <summary>The log group to deliver to in each Region; without it, one is made.</summary>
    [Parameter]
    [ValidatePattern(ParameterForms.LogGroup)]
    public string? LogGroupName { get; set; }

    /// <summary>How many days a log group that is made keeps its events.</summary>
    [Parameter]
    [ValidateSet("1", "3", "5", "7", "14", "30", "60", "90", "120", "150", "180", "365", "400", "545", "731", "1096", "1827", "2192", "2557", "2922", "3288", "3653")]
    public int RetentionDays { get; set; } = 365;

    private protected override RepairOptions OptionsOf(string command) => new FlowLogOptions { LogGroupName = LogGroupName, RetentionDays = RetentionDays };
}
