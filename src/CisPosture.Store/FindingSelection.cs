using CisPosture.Findings;
using Microsoft.Data.Sqlite;

namespace CisPosture.Store;

/// <summary>Turns a query into SQL. Texts of the user become parameters.</summary>
internal sealed class FindingSelection
{
    private const string Order = " ORDER BY sc.chapter, sc.number, sc.account_id, sc.region, f.resource_id";

    private readonly FindingQuery _query;
    private readonly List<string> _conditions = [];
    private readonly List<(string Name, object? Value)> _parameters = [];

    private FindingSelection(FindingQuery query) => _query = query;

    public static SqliteCommand Command(StoreConnection connection, FindingQuery query)
    {
        var selection = new FindingSelection(query);
        var sql = selection.Sql();
        return connection.Command(sql, [.. selection._parameters]);
    }

    private static string Columns(string status, string revision, string observedAt, string kind) =>
        $"""
        SELECT f.finding_id, sc.chapter, sc.number, sc.account_id, sc.region, f.resource_id, {status}, {revision}.description_id, {revision}.content,
            {observedAt}, f.first_seen, f.last_seen, {kind}
        """;

    private string Sql()
    {
        var asksForChanges = _query.Changes.Count > 0 || _query.Since is not null;
        return asksForChanges ? Changes() : _query.ScanId is null ? Latest() : Scan();
    }

    // From scopes, which are few, to their findings: both by an index that has them in order, so that rows flow from the start.
    private string Latest()
    {
        _conditions.Add("f.ended_scan IS NULL");
        AddFilters("r.status");
        return $"""
            {Columns("r.status", "r", "f.last_seen", "iif(f.change_scan = sc.last_scan, f.change_kind, 0)")}
            FROM scope sc
            CROSS JOIN finding f ON f.scope_id = sc.scope_id
            CROSS JOIN revision r ON r.revision_id = f.revision_id
            {Where}{Order}
            """;
    }

    private string Scan()
    {
        _parameters.Add(("$scan", _query.ScanId));
        AddFilters("r.status");
        const string Kind = "coalesce((SELECT c.kind FROM change c WHERE c.kind IN (1, 2, 3, 4) AND c.scan_id = $scan AND c.severity = f.severity AND c.finding_key = f.finding_key), 0)";
        return $"""
            {Columns("r.status", "r", "o.observed_at", Kind)}
            FROM scope sc
            CROSS JOIN scan_scope ss ON ss.scan_id = $scan AND ss.scope_id = sc.scope_id
            CROSS JOIN finding f ON f.scope_id = sc.scope_id
            CROSS JOIN observation o ON o.scan_id = $scan AND o.finding_key = f.finding_key
            CROSS JOIN revision r ON r.revision_id = o.revision_id
            {Where}{Order}
            """;
    }

    // From the changes, which stand by kind, scan and severity.
    private string Changes()
    {
        var kinds = _query.Changes.Count > 0 ? _query.Changes : [ChangeKind.New, ChangeKind.Reopened, ChangeKind.Resolved, ChangeKind.Changed];
        _conditions.Add($"c.kind IN ({Numbers(kinds.Select(kind => (int)kind))})");
        if (_query.Severities.Count > 0)
        {
            _conditions.Add($"c.severity IN ({Numbers(_query.Severities.Select(severity => (int)severity))})");
        }

        var source = AddPeriod();
        const string Status = "iif(c.kind = 3, 0, r.status)";
        AddFilters(Status);
        const string Observed = "coalesce((SELECT o.observed_at FROM observation o WHERE o.scan_id = c.scan_id AND o.finding_key = c.finding_key), f.last_seen)";
        return $"""
            {Columns("r.status", "r", Observed, "c.kind")}{(IsOnePerFinding ? ", max(c.scan_id)" : string.Empty)}
            FROM {source}
            CROSS JOIN finding f ON f.finding_key = c.finding_key
            CROSS JOIN scope sc ON sc.scope_id = f.scope_id
            CROSS JOIN revision r ON r.revision_id = c.revision_id
            {Where}{(IsOnePerFinding ? " GROUP BY c.finding_key" : string.Empty)}{Order}
            """;
    }

    // Over many scans a finding may have changed more than once; the last time counts.
    private bool IsOnePerFinding => _query.ScanId is null && _query.Since is not null;

    private string AddPeriod()
    {
        if (_query.ScanId is { } scan)
        {
            _parameters.Add(("$scan", scan));
            _conditions.Add("c.scan_id = $scan");
            return "change c";
        }

        if (_query.Since is { } since)
        {
            _parameters.Add(("$since", StoreTime.Of(since)));
            return "(SELECT scan_id FROM scan WHERE saved_at >= $since) s CROSS JOIN change c ON c.scan_id = s.scan_id";
        }

        _conditions.Add("sc.last_scan = c.scan_id");
        return "(SELECT DISTINCT last_scan FROM scope) s CROSS JOIN change c ON c.scan_id = s.last_scan";
    }

    private string Where => _conditions.Count == 0 ? string.Empty : "WHERE " + string.Join(" AND ", _conditions);

    private void AddFilters(string status)
    {
        if (_query.Statuses.Count > 0)
        {
            _conditions.Add($"{status} IN ({Numbers(_query.Statuses.Select(wanted => (int)wanted))})");
        }

        if (_query.Severities.Count > 0)
        {
            _conditions.Add($"f.severity IN ({Numbers(_query.Severities.Select(severity => (int)severity))})");
        }

        AddPatterns("(sc.chapter || '.' || sc.number)", "$control", _query.ControlIds);
        AddPatterns("sc.account_id", "$account", _query.AccountIds);
        AddPatterns("sc.region", "$region", _query.Regions);
        AddPatterns("f.resource_id", "$resource", _query.ResourceIds);
    }

    private void AddPatterns(string column, string name, IReadOnlyList<TextPattern> patterns)
    {
        if (patterns.Count == 0)
        {
            return;
        }

        var alternatives = new List<string>();
        foreach (var pattern in patterns)
        {
            var parameter = FormattableString.Invariant($"{name}{alternatives.Count}");
            alternatives.Add($@"{column} LIKE {parameter} ESCAPE '\'");
            _parameters.Add((parameter, Like(pattern.Pattern)));
        }

        _conditions.Add($"({string.Join(" OR ", alternatives)})");
    }

    private static string Like(string pattern) =>
        pattern.Replace(@"\", @"\\").Replace("%", @"\%").Replace("_", @"\_").Replace('*', '%').Replace('?', '_');

    private static string Numbers(IEnumerable<int> numbers) => string.Join(", ", numbers.Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture)));
}
