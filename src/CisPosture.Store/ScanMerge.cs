using CisPosture.Findings;

namespace CisPosture.Store;

/// <summary>
/// Puts a gathered scan into the store, within the caller's transaction: meets known findings and new ones, writes down what they say where
/// that is new, and what became of them. SQL moves the rows; what a step in a finding's life is called is asked of the lifecycle.
/// </summary>
internal sealed class ScanMerge
{
    private const int NotThere = -1;

    private readonly StoreConnection _connection;
    private readonly ScanSpool _spool;
    private readonly DateTimeOffset _now;
    private long _scan;

    public ScanMerge(StoreConnection connection, ScanSpool spool, DateTimeOffset now)
    {
        _connection = connection;
        _spool = spool;
        _now = now;
    }

    /// <summary>Does all of it.</summary>
    /// <returns>The number of the scan.</returns>
    public long Run()
    {
        CreateTables();
        _scan = InsertScan();
        MapScopes();
        MapDescriptions();
        PlanSteps();
        TakeSteps();
        TakeLateSteps();
        Leave();
        AdvanceScopes();
        ScanTotals.Write(_connection, _scan);
        return _scan;
    }

    // They go with the transaction if that is undone, and with the connection otherwise.
    private void CreateTables()
    {
        _connection.Execute("""
            DROP TABLE IF EXISTS temp.scope_map;
            DROP TABLE IF EXISTS temp.description_map;
            DROP TABLE IF EXISTS temp.transition;
            DROP TABLE IF EXISTS temp.step;
            DROP TABLE IF EXISTS temp.leaving;
            CREATE TEMP TABLE scope_map (scope_no INTEGER PRIMARY KEY, scope_id INTEGER NOT NULL, is_late INTEGER NOT NULL);
            CREATE TEMP TABLE description_map (description_no INTEGER PRIMARY KEY, description_id INTEGER NOT NULL, severity INTEGER NOT NULL);
            CREATE TEMP TABLE transition (
                state INTEGER NOT NULL, before INTEGER NOT NULL, status INTEGER NOT NULL, next INTEGER NOT NULL, kind INTEGER NOT NULL, past INTEGER NOT NULL,
                PRIMARY KEY (state, before, status)) WITHOUT ROWID;
            CREATE TEMP TABLE step (
                seq INTEGER PRIMARY KEY, scope_id INTEGER NOT NULL, finding_key INTEGER NOT NULL, is_known INTEGER NOT NULL, revision_id INTEGER NOT NULL,
                is_revised INTEGER NOT NULL, is_late INTEGER NOT NULL, severity INTEGER NOT NULL, description_id INTEGER NOT NULL, next INTEGER NOT NULL,
                kind INTEGER NOT NULL, past INTEGER NOT NULL);
            CREATE TEMP TABLE leaving (finding_key INTEGER PRIMARY KEY, state INTEGER NOT NULL, kind INTEGER NOT NULL);
            """);
        foreach (FindingState state in Enum.GetValues(typeof(FindingState)))
        {
            foreach (FindingStatus status in Enum.GetValues(typeof(FindingStatus)))
            {
                for (var before = NotThere; before <= (int)FindingStatus.NotAvailable; before++)
                {
                    InsertTransition(state, before, status);
                }
            }
        }
    }

    private void InsertTransition(FindingState state, int before, FindingStatus status)
    {
        var (next, kind) = FindingLifecycle.Next(state, before == NotThere ? null : (FindingStatus)before, status);
        _connection.Execute(
            "INSERT INTO temp.transition VALUES ($state, $before, $status, $next, $kind, $past)",
            ("$state", (int)state),
            ("$before", before),
            ("$status", (int)status),
            ("$next", (int)next),
            ("$kind", (int)kind),
            ("$past", (int)FindingLifecycle.Leave(next).State));
    }

    private long InsertScan() => _connection.Scalar(
        "INSERT INTO scan (saved_at, observed_at, module_version) VALUES ($saved, $observed, $version) RETURNING scan_id",
        ("$saved", StoreTime.Of(_now)),
        ("$observed", StoreTime.Of(_spool.ObservedAt)),
        ("$version", typeof(CisFinding).Assembly.GetName().Version!.ToString(3)));

    // Evidence older than what the store has already judged is kept, but says nothing of how things stand.
    private void MapScopes()
    {
        foreach (var scope in _spool.Scopes)
        {
            var isLate = LatestObservation(scope.Key) > StoreTime.Of(scope.ObservedAt);
            var id = _connection.Find(
                """
                INSERT INTO scope (chapter, number, account_id, region, last_scan, observed_at) VALUES ($chapter, $number, $account, $region, 0, 0)
                ON CONFLICT DO UPDATE SET region = region RETURNING scope_id
                """,
                Parameters(scope.Key));
            _connection.Execute("INSERT INTO scan_scope VALUES ($scan, $scope)", ("$scan", _scan), ("$scope", id));
            _connection.Execute("INSERT INTO temp.scope_map VALUES ($number, $scope, $late)", ("$number", scope.Number), ("$scope", id), ("$late", isLate ? 1 : 0));
        }
    }

    private long LatestObservation(ScopeKey key)
    {
        var place = _spool.Coverage.Of(key.Control, key.AccountId)!.IsAccountScope ? string.Empty : " AND region = $region";
        return _connection.Scalar(
            $"SELECT max(observed_at) FROM scope WHERE chapter = $chapter AND number = $number AND account_id = $account{place}", Parameters(key));
    }

    private static (string Name, object? Value)[] Parameters(ScopeKey key) =>
        [("$chapter", key.Control.Chapter), ("$number", key.Control.Number), ("$account", key.AccountId), ("$region", key.Region)];

    private void MapDescriptions()
    {
        foreach (var pair in _spool.Descriptions)
        {
            var severity = (int)pair.Key.Severity;
            _connection.Execute(
                "INSERT INTO temp.description_map VALUES ($number, $id, $severity)", ("$number", pair.Value), ("$id", IdOf(pair.Key)), ("$severity", severity));
        }
    }

    private long? IdOf(FindingDescription description)
    {
        (string, object?)[] parameters =
        [
            ("$severity", (int)description.Severity),
            ("$type", description.ResourceType),
            ("$title", description.Title),
            ("$rule", description.ConfigRule),
            ("$guidance", description.Guidance),
        ];
        return _connection.Find(
                """
                SELECT description_id FROM description
                WHERE severity = $severity AND resource_type = $type AND title = $title AND config_rule IS $rule AND guidance = $guidance
                """,
                parameters)
            ?? _connection.Find(
                """
                INSERT INTO description (severity, resource_type, title, config_rule, guidance) VALUES ($severity, $type, $title, $rule, $guidance)
                RETURNING description_id
                """,
                parameters);
    }

    // What is new gets the next numbers after those that are taken, in the order in which it came.
    private void PlanSteps() => _connection.Execute(
        """
        INSERT INTO temp.step
        SELECT p.seq, p.scope_id, coalesce(p.finding_key, $keys + p.seq), p.finding_key IS NOT NULL, iif(p.is_revised, $revisions + p.seq, p.revision_id),
            p.is_revised, p.is_late, p.severity, p.description_id, t.next, t.kind, t.past
        FROM (
            SELECT i.seq, i.status, m.scope_id, m.is_late, d.severity, d.description_id, f.finding_key, f.revision_id, coalesce(f.state, 0) AS state,
                iif(f.finding_key IS NULL OR f.ended_scan IS NOT NULL, -1, f.status) AS before,
                NOT coalesce(r.content = i.content AND r.status = i.status AND r.description_id = d.description_id, 0) AS is_revised
            FROM temp.incoming i
            JOIN temp.scope_map m ON m.scope_no = i.scope_no
            JOIN temp.description_map d ON d.description_no = i.description_no
            LEFT JOIN finding f ON f.scope_id = m.scope_id AND f.resource_id = i.resource_id
            LEFT JOIN revision r ON r.revision_id = f.revision_id
        ) p
        JOIN temp.transition t ON t.state = p.state AND t.before = p.before AND t.status = p.status
        """,
        ("$keys", _connection.Scalar("SELECT max(finding_key) FROM finding")),
        ("$revisions", _connection.Scalar("SELECT max(revision_id) FROM revision")));

    private void TakeSteps() => _connection.Execute(
        """
        INSERT INTO revision
        SELECT s.revision_id, s.finding_key, s.description_id, i.status, i.is_suppressed, i.content
        FROM temp.step s JOIN temp.incoming i ON i.seq = s.seq WHERE s.is_revised;

        INSERT INTO observation
        SELECT $scan, s.finding_key, s.revision_id, i.observed_at
        FROM temp.step s JOIN temp.incoming i ON i.seq = s.seq;

        INSERT INTO change
        SELECT s.kind, $scan, s.severity, s.finding_key, s.revision_id
        FROM temp.step s WHERE s.kind <> 0 AND NOT s.is_late;

        UPDATE finding SET
            finding_id = i.finding_id, severity = s.severity, status = i.status, state = s.next, revision_id = s.revision_id,
            first_seen = min(first_seen, i.observed_at), last_seen = max(last_seen, i.observed_at), last_scan = $scan, ended_scan = NULL,
            change_kind = iif(s.kind <> 0, s.kind, change_kind), change_scan = iif(s.kind <> 0, $scan, change_scan)
        FROM temp.step s JOIN temp.incoming i ON i.seq = s.seq
        WHERE finding.finding_key = s.finding_key AND s.is_known AND NOT s.is_late;

        INSERT INTO finding (
            finding_key, scope_id, resource_id, finding_id, severity, status, state, revision_id, first_seen, last_seen, last_scan, ended_scan, change_kind, change_scan)
        SELECT s.finding_key, s.scope_id, i.resource_id, i.finding_id, s.severity, i.status, s.next, s.revision_id, i.observed_at, i.observed_at, $scan, NULL,
            s.kind, iif(s.kind <> 0, $scan, 0)
        FROM temp.step s JOIN temp.incoming i ON i.seq = s.seq WHERE NOT s.is_known AND NOT s.is_late;
        """,
        ("$scan", _scan));

    // A finding that only older evidence has was over by the time of the newer.
    private void TakeLateSteps() => _connection.Execute(
        """
        UPDATE finding SET first_seen = min(first_seen, i.observed_at)
        FROM temp.step s JOIN temp.incoming i ON i.seq = s.seq
        WHERE finding.finding_key = s.finding_key AND s.is_known AND s.is_late;

        INSERT INTO finding (
            finding_key, scope_id, resource_id, finding_id, severity, status, state, revision_id, first_seen, last_seen, last_scan, ended_scan, change_kind, change_scan)
        SELECT s.finding_key, s.scope_id, i.resource_id, i.finding_id, s.severity, i.status, s.past, s.revision_id, i.observed_at, i.observed_at, $scan, sc.last_scan, 0, 0
        FROM temp.step s JOIN temp.incoming i ON i.seq = s.seq JOIN scope sc ON sc.scope_id = s.scope_id WHERE NOT s.is_known AND s.is_late;
        """,
        ("$scan", _scan));

    // What an earlier scan had and this one, which would have it, has not.
    private void Leave()
    {
        foreach (var coverage in _spool.Coverage.Controls)
        {
            foreach (var absent in Absent(coverage).Where(absent => absent.IsCovered(coverage)))
            {
                var (state, kind) = FindingLifecycle.Leave(absent.State);
                _connection.Execute("INSERT INTO temp.leaving VALUES ($key, $state, $kind)", ("$key", absent.FindingKey), ("$state", (int)state), ("$kind", (int)kind));
            }
        }

        _connection.Execute(
            """
            INSERT INTO change
            SELECT l.kind, $scan, f.severity, f.finding_key, f.revision_id
            FROM temp.leaving l JOIN finding f ON f.finding_key = l.finding_key WHERE l.kind <> 0;

            UPDATE finding SET
                ended_scan = $scan, state = l.state,
                change_kind = iif(l.kind <> 0, l.kind, change_kind), change_scan = iif(l.kind <> 0, $scan, change_scan)
            FROM temp.leaving l WHERE finding.finding_key = l.finding_key;
            """,
            ("$scan", _scan));
    }

    private IReadOnlyList<AbsentFinding> Absent(ControlCoverage coverage) => _connection.List(
        """
        SELECT f.finding_key, f.state, sc.region, d.resource_type, r.content
        FROM scope sc
        CROSS JOIN finding f ON f.scope_id = sc.scope_id
        JOIN revision r ON r.revision_id = f.revision_id
        JOIN description d ON d.description_id = r.description_id
        WHERE sc.chapter = $chapter AND sc.number = $number AND sc.account_id = $account AND sc.observed_at <= $observed
            AND f.ended_scan IS NULL AND f.last_scan <> $scan
        """,
        AbsentFinding.Read,
        ("$chapter", coverage.Control.Chapter),
        ("$number", coverage.Control.Number),
        ("$account", coverage.AccountId),
        ("$observed", StoreTime.Of(coverage.ObservedAt)),
        ("$scan", _scan));

    // A control that answers once an account has answered for every Region of it.
    private void AdvanceScopes()
    {
        foreach (var scope in _spool.Scopes)
        {
            var place = _spool.Coverage.Of(scope.Key.Control, scope.Key.AccountId)!.IsAccountScope ? string.Empty : " AND region = $region";
            _connection.Execute(
                $"""
                UPDATE scope SET last_scan = $scan, observed_at = $observed
                WHERE chapter = $chapter AND number = $number AND account_id = $account{place} AND observed_at <= $observed
                """,
                [.. Parameters(scope.Key), ("$scan", _scan), ("$observed", StoreTime.Of(scope.ObservedAt))]);
        }
    }
}
