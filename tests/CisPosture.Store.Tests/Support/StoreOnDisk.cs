using CisPosture.Core.Tests.Findings;
using CisPosture.Findings;

namespace CisPosture.Store.Tests.Support;

/// <summary>A store in a folder of its own, gone afterwards.</summary>
internal sealed class StoreOnDisk : IDisposable
{
    private readonly FindingStoreGateway _gateway = new();
    private int _hours;

    public StoreOnDisk() => Path = System.IO.Path.Combine(Folder, "findings.db");

    public string Folder { get; } = Directory.CreateTempSubdirectory("cisposture-").FullName;

    public string Path { get; }

    public IFindingStore Open() => _gateway.OpenOrCreate(Path, isPrivateFolder: false);

    /// <summary>Saves a scan whose evidence was read an hour after the one before.</summary>
    public CisScan Save(params IEnumerable<CisFinding> findings)
    {
        var time = SampleFindings.Now.AddHours(_hours++);
        return SaveAt(time, [.. findings.Select(finding => finding with { ObservedAt = time })])!;
    }

    /// <summary>Saves findings as they are.</summary>
    public CisScan? SaveAt(DateTimeOffset now, params IEnumerable<CisFinding> findings)
    {
        using var store = Open();
        using var recording = store.Record();
        foreach (var finding in findings)
        {
            recording.Add(finding);
        }

        return recording.Commit(now, TestContext.Current.CancellationToken);
    }

    public IReadOnlyList<CisFinding> Read(FindingQuery? query = null)
    {
        using var store = Open();
        return [.. store.Read(query ?? new FindingQuery(), TestContext.Current.CancellationToken)];
    }

    public IReadOnlyList<CisFinding> Read(params IReadOnlyList<ChangeKind> changes) => Read(new FindingQuery { Changes = changes });

    public IReadOnlyList<CisScan> Scans()
    {
        using var store = Open();
        return store.ReadScans();
    }

    /// <summary>One number out of the file.</summary>
    public long Ask(string sql)
    {
        using var connection = StoreConnection.Open(Path);
        return connection.Scalar(sql);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
