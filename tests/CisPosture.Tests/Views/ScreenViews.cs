using Samples = CisPosture.Tests.Views.ScreenSamples;

namespace CisPosture.Tests.Views;

/// <summary>Everything on the screen that is written down.</summary>
internal static class ScreenViews
{
    public static IReadOnlyList<ScreenView> All { get; } =
    [
        ScreenView.Of("findings", "CisFinding", Samples.Findings),
        ScreenView.Of("findings-mended", "CisFinding", Samples.Mended),
        Listed("finding-list", "CisFindingList", Samples.NoMfa),
        Listed("finding-list-accepted", "CisFindingList", Samples.Accepted),
        Listed("finding-list-mended", "CisFindingList", Samples.Mended[2]),
        Listed("finding-list-hostile", "CisFindingList", Samples.Findings[6]),
        new("controls", "CisControl", "Get-CisControl '1.2','1.10','3.10','4.1' | Out-Default"),
        Listed("control-list", "CisControlList", Control("1.3")),
        Listed("control-list-alarm", "CisControlList", Control("3.4")),
        new("control-parameters", "ControlParameter", "(Get-CisControl '1.3','3.1').Parameters | Out-Default"),
        new("permissions", "CisPermission", "Get-CisRequiredPermission 1.16, 2.5, 2.8 -ForRepair | Where-Object Action -in config:DescribeConfigurationRecorderStatus, kms:DescribeKey, iam:AttachUserPolicy | Out-Default"),
        new("summary", "CisSummary", "$args[0] | Measure-CisFinding | Out-Default", Samples.Findings),
        new("summary-of-an-account", "CisSummary", "$args[0] | Measure-CisFinding -ByAccount | Out-Default", Samples.Findings),
        new("verdicts", "CisControlVerdict", "($args[0] | Measure-CisFinding).Verdicts | Out-Default", [Samples.NoMfa with { ControlId = "1.12" }, .. Samples.Findings[1..]]),
        ScreenView.Of("changes", "CisFindingChange", Samples.Changes),
        Listed("change-list", "CisFindingChangeList", Samples.Changes[3]),
        ScreenView.Of("scans", "CisScan", Samples.Scans),
        Listed("scan-list", "CisScanList", Samples.Scans[1]),
        ScreenView.Of("repairs", "CisRepair", Samples.Repairs),
        Listed("repair-list", "CisRepairList", Samples.Repairs[0]),
        ScreenView.Of("repair-steps", "CisRepairStep", Samples.Steps),
        Listed("repair-step-list", "CisRepairStepList", Samples.Steps[0]),
        ScreenView.Of("repair-result", "CisRepairResult", Samples.Result),
        ScreenView.Of("suppression", "CisSuppression", Samples.Accepted.Suppression!),
        ScreenView.Of("publications", "CisPublication", Samples.Publications),
        Listed("control-parameter-list", "ControlParameterList", Control("1.3").Parameters[0]),
        Listed("permission-list", "CisPermissionList", Samples.Permission),
        Listed("summary-list", "CisSummaryList", CisSummary.Of(Samples.Findings)),
        Listed("verdict-list", "CisControlVerdictList", CisSummary.Of(Samples.Findings).Verdicts[0]),
        Listed("publication-list", "CisPublicationList", Samples.Publications[0]),
    ];

    private static ScreenView Listed(string name, string view, object source) => ScreenView.Of(name, view, ListedObject.Of(source));

    private static CisControl Control(string id) => BenchmarkCatalogue.Current.Controls.Single(control => control.Id == id);
}
