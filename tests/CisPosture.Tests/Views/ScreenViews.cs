namespace CisPosture.Tests.Views;

/// <summary>Everything on the screen that is written down.</summary>
internal static class ScreenViews
{
    public static IReadOnlyList<ScreenView> All { get; } =
    [
        ScreenView.Of("findings", "CisFinding", ScreenSamples.Findings),
        ScreenView.Of("findings-mended", "CisFinding", ScreenSamples.Mended),
        Listed("finding-list", "CisFindingList", ScreenSamples.NoMfa),
        Listed("finding-list-accepted", "CisFindingList", ScreenSamples.Accepted),
        Listed("finding-list-mended", "CisFindingList", ScreenSamples.Mended[2]),
        Listed("finding-list-hostile", "CisFindingList", ScreenSamples.Findings[6]),
        new("controls", "CisControl", "Get-CisControl '1.2','1.10','3.10','4.1' | Out-Default"),
        Listed("control-list", "CisControlList", Control("1.3")),
        Listed("control-list-alarm", "CisControlList", Control("3.4")),
        new("control-parameters", "ControlParameter", "(Get-CisControl '1.3','3.1').Parameters | Out-Default"),
        new("permissions", "CisPermission", "Get-CisRequiredPermission 1.16, 2.5, 2.8 -ForRepair | Where-Object Action -in config:DescribeConfigurationRecorderStatus, kms:DescribeKey, iam:AttachUserPolicy | Out-Default"),
        new("summary", "CisSummary", "$args[0] | Measure-CisFinding | Out-Default", ScreenSamples.Findings),
        new("summary-of-an-account", "CisSummary", "$args[0] | Measure-CisFinding -ByAccount | Out-Default", ScreenSamples.Findings),
        new("verdicts", "CisControlVerdict", "($args[0] | Measure-CisFinding).Verdicts | Out-Default", [ScreenSamples.NoMfa with { ControlId = "1.12" }, .. ScreenSamples.Findings[1..]]),
        ScreenView.Of("changes", "CisFindingChange", ScreenSamples.Changes),
        Listed("change-list", "CisFindingChangeList", ScreenSamples.Changes[3]),
        ScreenView.Of("scans", "CisScan", ScreenSamples.Scans),
        Listed("scan-list", "CisScanList", ScreenSamples.Scans[1]),
        ScreenView.Of("repairs", "CisRepair", ScreenSamples.Repairs),
        Listed("repair-list", "CisRepairList", ScreenSamples.Repairs[0]),
        ScreenView.Of("repair-steps", "CisRepairStep", ScreenSamples.Steps),
        Listed("repair-step-list", "CisRepairStepList", ScreenSamples.Steps[0]),
        ScreenView.Of("repair-result", "CisRepairResult", ScreenSamples.Result),
        ScreenView.Of("suppression", "CisSuppression", ScreenSamples.Accepted.Suppression!),
        ScreenView.Of("publications", "CisPublication", ScreenSamples.Publications),
        Listed("control-parameter-list", "ControlParameterList", Control("1.3").Parameters[0]),
        Listed("permission-list", "CisPermissionList", ScreenSamples.Permission),
        Listed("summary-list", "CisSummaryList", CisSummary.Of(ScreenSamples.Findings)),
        Listed("verdict-list", "CisControlVerdictList", CisSummary.Of(ScreenSamples.Findings).Verdicts[0]),
        Listed("publication-list", "CisPublicationList", ScreenSamples.Publications[0]),
    ];

    private static ScreenView Listed(string name, string view, object source) => ScreenView.Of(name, view, ListedObject.Of(source));

    private static CisControl Control(string id) => BenchmarkCatalogue.Current.Controls.Single(control => control.Id == id);
}
