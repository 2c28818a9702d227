using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace CisPosture.Bench;

/// <summary>What anybody would write to keep findings in SQLite: one table, one prepared statement, one transaction; it knows what is new, and no more.</summary>
internal sealed class PlainSqlite : IDisposable
{
    private static readonly string[] Names = ["$id", "$night", "$control", "$account", "$region", "$resource", "$severity", "$status", "$observed", "$content"];

    private readonly SqliteConnection _connection;

    public PlainSqlite(string path)
    {
        _connection = new SqliteConnection($"Data Source={path};Pooling=False");
        _connection.Open();
        Execute("PRAGMA journal_mode = WAL");
        Execute("PRAGMA synchronous = FULL; PRAGMA cache_size = -65536");
        Execute("""
            CREATE TABLE finding (
                finding_id TEXT PRIMARY KEY, first_night INTEGER, last_night INTEGER, control_id TEXT, account_id TEXT, region TEXT, resource_id TEXT,
                severity TEXT, status TEXT, observed_at TEXT, content TEXT);
            CREATE INDEX new_finding ON finding (first_night, severity);
            """);
    }

    public void Save(int night, IEnumerable<CisFinding> findings)
    {
        using var transaction = _connection.BeginTransaction();
        using var insert = _connection.CreateCommand();
        insert.CommandText = """
            INSERT INTO finding VALUES ($id, $night, $night, $control, $account, $region, $resource, $severity, $status, $observed, $content)
            ON CONFLICT (finding_id) DO UPDATE SET last_night = excluded.last_night, status = excluded.status, observed_at = excluded.observed_at, content = excluded.content
            """;
        insert.Parameters.AddRange(Names.Select(name => new SqliteParameter { ParameterName = name }));
        insert.Prepare();
        foreach (var finding in findings)
        {
            object[] values =
            [
                finding.FindingId, night, finding.ControlId, finding.AccountId, finding.Region, finding.ResourceId, finding.Severity, finding.Status,
                finding.ObservedAt.ToString("o"), JsonSerializer.Serialize(Content.Of(finding)),
            ];
            for (var index = 0; index < values.Length; index++)
            {
                insert.Parameters[index].Value = values[index];
            }

            insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    /// <summary>Reads rows with their contents, as whoever wants to show them must.</summary>
    public int Read(string condition)
    {
        using var select = _connection.CreateCommand();
        select.CommandText = $"SELECT * FROM finding {condition}";
        using var reader = select.ExecuteReader();
        var count = 0;
        var values = new object[reader.FieldCount];
        while (reader.Read())
        {
            reader.GetValues(values);
            count += JsonSerializer.Deserialize<Content>((string)values[^1]) is null ? 0 : 1;
        }

        return count;
    }

    public void Dispose() => _connection.Dispose();

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private sealed record Content(string ReasonCode, string Reason, IReadOnlyDictionary<string, object?> Evidence, IReadOnlyList<string> Notes, string? RepairCommand)
    {
        public static Content Of(CisFinding finding) => new(finding.ReasonCode, finding.Reason, finding.Evidence, finding.Notes, finding.RepairCommand);
    }
}
