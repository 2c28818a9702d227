using CisPosture.Findings;
using Microsoft.Data.Sqlite;

namespace CisPosture.Store;

/// <summary>The findings of a scan before they are in the store, in temporary tables that only this connection sees.</summary>
internal sealed class ScanSpool : IDisposable
{
    private readonly StoreConnection _connection;
    private readonly SqliteCommand _insert;
    private readonly Dictionary<ScopeKey, SpooledScope> _scopes = [];
    private readonly Dictionary<FindingDescription, int> _descriptions = [];
    private long _count;
    private bool _isOpen;

    public ScanSpool(StoreConnection connection)
    {
        _connection = connection;
        connection.Execute("""
            CREATE TEMP TABLE incoming (
                seq            INTEGER PRIMARY KEY,
                scope_no       INTEGER NOT NULL,
                description_no INTEGER NOT NULL,
                resource_id    TEXT    NOT NULL,
                finding_id     TEXT    NOT NULL,
                status         INTEGER NOT NULL,
                is_suppressed  INTEGER NOT NULL,
                observed_at    INTEGER NOT NULL,
                content        TEXT    NOT NULL,
                UNIQUE (scope_no, resource_id) ON CONFLICT REPLACE
            );
            BEGIN;
            """);
        _isOpen = true;
        _insert = connection.Command("INSERT INTO temp.incoming VALUES ($seq, $scope, $description, $resource, $finding, $status, $suppressed, $observed, $content)");
        foreach (var name in new[] { "$seq", "$scope", "$description", "$resource", "$finding", "$status", "$suppressed", "$observed", "$content" })
        {
            _insert.Parameters.Add(new SqliteParameter { ParameterName = name });
        }

        _insert.Prepare();
    }

    /// <summary>What the scan looked at.</summary>
    public ScanCoverage Coverage { get; } = new();

    /// <summary>The controls, accounts and Regions that findings are of.</summary>
    public IReadOnlyCollection<SpooledScope> Scopes => _scopes.Values;

    /// <summary>What findings of a control share, with the numbers that stand for it.</summary>
    public IReadOnlyDictionary<FindingDescription, int> Descriptions => _descriptions;

    /// <summary>When the earliest evidence was read.</summary>
    public DateTimeOffset ObservedAt { get; private set; } = DateTimeOffset.MaxValue;

    public void Add(CisFinding finding)
    {
        Coverage.Add(finding);
        ObservedAt = finding.ObservedAt < ObservedAt ? finding.ObservedAt : ObservedAt;
        Set(++_count, ScopeOf(finding), NumberOf(FindingDescription.Of(finding)), finding);
        _insert.ExecuteNonQuery();
    }

    /// <summary>Ends the gathering.</summary>
    /// <returns>False where nothing was gathered.</returns>
    public bool Close()
    {
        _connection.Execute("COMMIT");
        _isOpen = false;
        return _count > 0;
    }

    public void Dispose()
    {
        _insert.Dispose();
        _connection.Execute(_isOpen ? "ROLLBACK; DROP TABLE temp.incoming" : "DROP TABLE temp.incoming");
    }

    private void Set(long seq, int scope, int description, CisFinding finding)
    {
        var values = _insert.Parameters;
        values[0].Value = seq;
        values[1].Value = scope;
        values[2].Value = description;
        values[3].Value = finding.ResourceId;
        values[4].Value = finding.FindingId;
        values[5].Value = (int)finding.Verdict;
        values[6].Value = finding.Suppression is null ? 0 : 1;
        values[7].Value = StoreTime.Of(finding.ObservedAt);
        values[8].Value = FindingContent.Write(finding);
    }

    private int ScopeOf(CisFinding finding)
    {
        var key = new ScopeKey(finding.Control, finding.AccountId, finding.Region);
        if (!_scopes.TryGetValue(key, out var scope))
        {
            _scopes[key] = scope = new SpooledScope(_scopes.Count, key);
        }

        scope.Observe(finding.ObservedAt);
        return scope.Number;
    }

    private int NumberOf(FindingDescription description)
    {
        if (!_descriptions.TryGetValue(description, out var number))
        {
            _descriptions[description] = number = _descriptions.Count;
        }

        return number;
    }
}
