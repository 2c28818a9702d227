using CisPosture.Findings;
using Microsoft.Data.Sqlite;

namespace CisPosture.Store;

/// <summary>
/// A scan on its way into the store. Findings are gathered in tables of the connection's own, outside the store, however long a scan takes;
/// the store itself is kept from other jobs only while the whole is put in.
/// </summary>
internal sealed class ScanRecording : IScanRecording
{
    private readonly StoreConnection _connection;
    private readonly ScanSpool _spool;

    public ScanRecording(StoreConnection connection)
    {
        _connection = connection;
        _spool = new ScanSpool(connection);
    }

    public void Add(CisFinding finding) => Guard(() =>
    {
        _spool.Add(finding);
        return true;
    });

    public CisScan? Commit(DateTimeOffset now, CancellationToken cancellationToken) => Guard(() =>
    {
        if (!_spool.Close())
        {
            return null;
        }

        using var transaction = _connection.BeginWriting(cancellationToken);
        var scan = new ScanMerge(_connection, _spool, now).Run();
        cancellationToken.ThrowIfCancellationRequested();
        transaction.Commit();
        return ScanReader.Read(_connection, scan);
    });

    public void Dispose() => _spool.Dispose();

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
