using Microsoft.Data.Sqlite;

namespace CisPosture.Store;

/// <summary>Reads what a store knows of scans.</summary>
internal static class ScanReader
{
    private const string Columns = """
        SELECT s.scan_id, s.saved_at, s.observed_at, s.module_version,
            t.passed, t.failed, t.warning, t.not_available, t.suppressed, t.new, t.reopened, t.resolved, t.changed, t.score
        FROM scan s JOIN scan_total t ON t.scan_id = s.scan_id
        """;

    /// <summary>One scan.</summary>
    public static CisScan Read(StoreConnection connection, long scan) => WithScope(connection, connection.List($"{Columns} WHERE s.scan_id = $scan", Row, ("$scan", scan))[0]);

    /// <summary>All scans, the latest first.</summary>
    public static IReadOnlyList<CisScan> ReadAll(StoreConnection connection) =>
        [.. connection.List($"{Columns} ORDER BY s.scan_id DESC", Row).Select(scan => WithScope(connection, scan))];

    private static CisScan WithScope(StoreConnection connection, CisScan scan) => scan with
    {
        AccountIds = Distinct(connection, scan, "sc.account_id", "sc.account_id"),
        Regions = Distinct(connection, scan, "sc.region", "sc.region"),
        ControlIds = Distinct(connection, scan, "sc.chapter || '.' || sc.number", "sc.chapter, sc.number"),
    };

    private static IReadOnlyList<string> Distinct(StoreConnection connection, CisScan scan, string value, string order) => connection.List(
        $"SELECT {value} FROM scan_scope ss JOIN scope sc ON sc.scope_id = ss.scope_id WHERE ss.scan_id = $scan GROUP BY {order} ORDER BY {order}",
        row => row.GetString(0),
        ("$scan", scan.ScanId));

    private static CisScan Row(SqliteDataReader row) => new()
    {
        ScanId = row.GetInt64(0),
        SavedAt = StoreTime.Read(row.GetInt64(1)),
        ObservedAt = StoreTime.Read(row.GetInt64(2)),
        ModuleVersion = row.GetString(3),
        AccountIds = [],
        Regions = [],
        ControlIds = [],
        FindingCount = row.GetInt32(4) + row.GetInt32(5) + row.GetInt32(6) + row.GetInt32(7) + row.GetInt32(8),
        PassedCount = row.GetInt32(4),
        FailedCount = row.GetInt32(5),
        WarningCount = row.GetInt32(6),
        NotAvailableCount = row.GetInt32(7),
        SuppressedCount = row.GetInt32(8),
        NewCount = row.GetInt32(9),
        ReopenedCount = row.GetInt32(10),
        ResolvedCount = row.GetInt32(11),
        ChangedCount = row.GetInt32(12),
        Score = row.IsDBNull(13) ? null : row.GetDouble(13),
    };
}
