using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace CisPosture.Store;

/// <summary>A connection to the file of a store, set up so that a crash loses nothing that was committed.</summary>
internal sealed class StoreConnection : IDisposable
{
    private const int Busy = 5;
    private const int SecondsATry = 1;
    private const int SecondsAStatement = 60;

    private readonly SqliteConnection _connection;

    private StoreConnection(string path, SqliteConnection connection)
    {
        Path = path;
        _connection = connection;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>How long to wait for another job that writes.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromMinutes(5);

    /// <summary>Opens a file that exists.</summary>
    public static StoreConnection Open(string path)
    {
        try
        {
            SQLitePCL.Batteries_V2.Init();
        }
        catch (Exception cause) when (cause is DllNotFoundException or BadImageFormatException or TypeInitializationException)
        {
            throw StoreFailure.NotSupported(cause.InnerException ?? cause);
        }

        // Not pooled, so that the file is free once the command is over.
        var settings = new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWrite, Pooling = false, DefaultTimeout = SecondsAStatement };
        var connection = new SqliteConnection(settings.ToString());
        try
        {
            connection.Open();
            return new StoreConnection(path, connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Writes ahead into a journal, which readers are not held up by, and waits for the disk at each commit.</summary>
    public void SetUp()
    {
        if (!string.Equals(Text("PRAGMA journal_mode"), "wal", StringComparison.OrdinalIgnoreCase))
        {
            Execute("PRAGMA journal_mode = WAL");
        }

        Execute("PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; PRAGMA temp.cache_size = -65536");
    }

    /// <summary>Begins to write as soon as no other job does.</summary>
    /// <exception cref="PostureException">Another job went on for too long.</exception>
    /// <exception cref="OperationCanceledException">The user gave up.</exception>
    public StoreTransaction BeginWriting(CancellationToken cancellationToken)
    {
        var waiting = Stopwatch.StartNew();
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                using var begin = Command("BEGIN IMMEDIATE");
                begin.CommandTimeout = SecondsATry;
                begin.ExecuteNonQuery();
                return new StoreTransaction(this);
            }
            catch (SqliteException occupied) when (occupied.SqliteErrorCode == Busy)
            {
                if (waiting.Elapsed > Patience)
                {
                    throw StoreFailure.Occupied(Path, Patience);
                }
            }
        }
    }

    /// <summary>Makes a command.</summary>
    public SqliteCommand Command(string sql, params (string Name, object? Value)[] parameters)
    {
        var command = _connection.CreateCommand();
#pragma warning disable CA2100 // The texts are our own; what comes from outside is a parameter.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }

    /// <summary>Runs statements that answer nothing.</summary>
    public void Execute(string sql, params (string Name, object? Value)[] parameters)
    {
        using var command = Command(sql, parameters);
        command.ExecuteNonQuery();
    }

    /// <summary>Asks for one number.</summary>
    public long Scalar(string sql, params (string Name, object? Value)[] parameters) => Find(sql, parameters) ?? 0;

    /// <summary>Asks for one number that may not be there.</summary>
    public long? Find(string sql, params (string Name, object? Value)[] parameters)
    {
        using var command = Command(sql, parameters);
        return command.ExecuteScalar() is long number ? number : null;
    }

    /// <summary>Asks for rows.</summary>
    public IReadOnlyList<T> List<T>(string sql, Func<SqliteDataReader, T> read, params (string Name, object? Value)[] parameters)
    {
        using var command = Command(sql, parameters);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    public void Dispose() => _connection.Dispose();

    private string? Text(string sql)
    {
        using var command = Command(sql);
        return command.ExecuteScalar() as string;
    }
}
