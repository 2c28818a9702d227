namespace CisPosture.Reports.Tests.Support;

/// <summary>Scans as a store tells of them.</summary>
internal static class SampleScans
{
    public static CisScan Of(int number, string account = "111122223333", params string[] controls) => new()
    {
        ScanId = number,
        SavedAt = new DateTimeOffset(2026, 6, number, 0, 5, 0, TimeSpan.Zero),
        ObservedAt = new DateTimeOffset(2026, 6, number, 0, 0, 0, TimeSpan.Zero),
        AccountIds = [account],
        Regions = ["us-east-1"],
        ControlIds = controls,
        FindingCount = 10,
        PassedCount = 4,
        FailedCount = 3,
        WarningCount = 1,
        NotAvailableCount = 1,
        SuppressedCount = 1,
        Score = number,
        NewCount = 1,
        ReopenedCount = 0,
        ResolvedCount = 2,
        ChangedCount = 0,
        ModuleVersion = "0.1.0",
    };
}
