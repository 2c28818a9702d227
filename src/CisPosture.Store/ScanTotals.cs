namespace CisPosture.Store;

/// <summary>What scans come to, written down once a scan.</summary>
internal static class ScanTotals
{
    /// <summary>Reckons one scan.</summary>
    public static void Write(StoreConnection connection, long scan)
    {
        var builder = new SummaryBuilder();
        foreach (var group in Groups(connection, scan))
        {
            builder.Add(group.ControlId, group.Status.ToString(), nameof(Severity.Low), isSuppressed: group.IsSuppressed);
        }

        connection.Execute(
            """
            INSERT INTO scan_total
            SELECT $scan,
                count(*) FILTER (WHERE r.status = 0), count(*) FILTER (WHERE r.status = 1 AND NOT r.is_suppressed),
                count(*) FILTER (WHERE r.status = 2 AND NOT r.is_suppressed), count(*) FILTER (WHERE r.status = 3 AND NOT r.is_suppressed),
                count(*) FILTER (WHERE r.status <> 0 AND r.is_suppressed),
                (SELECT count(*) FROM change WHERE kind = 1 AND scan_id = $scan), (SELECT count(*) FROM change WHERE kind = 2 AND scan_id = $scan),
                (SELECT count(*) FROM change WHERE kind = 3 AND scan_id = $scan), (SELECT count(*) FROM change WHERE kind = 4 AND scan_id = $scan),
                $score
            FROM observation o JOIN revision r ON r.revision_id = o.revision_id
            WHERE o.scan_id = $scan
            """,
            ("$scan", scan),
            ("$score", builder.Build().Score));
    }

    /// <summary>Reckons every scan.</summary>
    public static void WriteAll(StoreConnection connection)
    {
        foreach (var scan in connection.List("SELECT scan_id FROM scan ORDER BY scan_id", row => row.GetInt64(0)))
        {
            Write(connection, scan);
        }
    }

    // One of each kind is enough to know what a control comes to.
    private static IReadOnlyList<(string ControlId, FindingStatus Status, bool IsSuppressed)> Groups(StoreConnection connection, long scan) => connection.List(
        """
        SELECT DISTINCT sc.chapter || '.' || sc.number, r.status, r.is_suppressed
        FROM observation o
        JOIN revision r ON r.revision_id = o.revision_id
        JOIN finding f ON f.finding_key = o.finding_key
        JOIN scope sc ON sc.scope_id = f.scope_id
        WHERE o.scan_id = $scan
        """,
        row => (row.GetString(0), (FindingStatus)row.GetInt32(1), row.GetInt32(2) != 0),
        ("$scan", scan));
}
