using CisPosture.Findings;
using Microsoft.Data.Sqlite;

namespace CisPosture.Store;

/// <summary>A store of findings in a SQLite file.</summary>
internal sealed class FindingStore : IFindingStore
{
    private readonly StoreConnection _connection;

    private FindingStore(StoreConnection connection) => _connection = connection;

    /// <summary>Opens a file that exists.</summary>
    /// <param name="path">The file.</param>
    /// <param name="mayBeEmpty">Whether an empty file is made a store of, rather than refused.</param>
    public static FindingStore Open(string path, bool mayBeEmpty)
    {
        StoreConnection? connection = null;
        try
        {
            connection = StoreConnection.Open(path);
            StoreSchema.RequireOurs(connection, mayBeEmpty);
            connection.SetUp();
            StoreSchema.Upgrade(connection);
            return new FindingStore(connection);
        }
        catch (SqliteException cause)
        {
            connection?.Dispose();
            throw StoreFailure.Of(path, cause);
        }
        catch
        {
            connection?.Dispose();
            throw;
        }
    }

    public IScanRecording Record() => Guard(() => new ScanRecording(_connection));

    public IEnumerable<CisFinding> Read(FindingQuery query, CancellationToken cancellationToken)
    {
        if (query.ScanId is { } scan && Guard(() => _connection.Find("SELECT scan_id FROM scan WHERE scan_id = $scan", ("$scan", scan))) is null)
        {
            throw StoreFailure.ScanNotFound(_connection.Path, scan);
        }

        using var reader = Guard(() => new FindingReader(_connection, query));
        while (Guard(reader.Read))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return reader.Finding;
        }
    }

    public IReadOnlyList<CisScan> ReadScans() => Guard(() => ScanReader.ReadAll(_connection));

    public void Dispose() => _connection.Dispose();

    private T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException cause)
        {
            throw StoreFailure.Of(_connection.Path, cause);
        }
    }
}
