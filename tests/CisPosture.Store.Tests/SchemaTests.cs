using CisPosture.Core.Tests.Findings;
using CisPosture.Findings;
using CisPosture.Store.Tests.Support;

namespace CisPosture.Store.Tests;

public sealed class SchemaTests : IDisposable
{
    private readonly StoreOnDisk _store = new();
    private readonly FindingStoreGateway _gateway = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public void A_store_of_version_1_is_brought_forward_with_all_that_is_in_it()
    {
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Fixtures", "version-1.db"), _store.Path);
        Assert.Equal(1, _store.Ask("PRAGMA user_version"));

        var scans = _store.Scans();
        Assert.Equal(StoreSchema.Version, _store.Ask("PRAGMA user_version"));
        Assert.Equal(["Scan 2: 2 findings, 0 new, 0 reopened, 2 resolved, 0 changed.", "Scan 1: 3 findings, 2 new, 0 reopened, 0 resolved, 0 changed."], scans.Select(scan => scan.ToString()));
        Assert.Equal([100.0, 50.0], scans.Select(scan => scan.Score));
        Assert.Equal(["1.2", "4.1"], scans[1].ControlIds);

        // What was saved then goes on from there.
        var next = _store.Save(Group.Of("a"), Group.Passed());
        Assert.Equal((3, 1), (next.ScanId, next.ReopenedCount));
    }

    [Fact]
    public void A_store_of_a_later_version_is_left_alone()
    {
        _store.Save(Group.Of("a"));
        using (var connection = StoreConnection.Open(_store.Path))
        {
            connection.Execute("PRAGMA user_version = 99");
        }

        var error = Assert.Throws<PostureException>(() => _store.Save(Group.Of("b")));
        Assert.Equal(ErrorId.StoreVersionUnknown, error.ErrorId);
        Assert.Contains("version 99", error.Message, StringComparison.Ordinal);
        Assert.Equal(ErrorId.StoreVersionUnknown, Assert.Throws<PostureException>(() => _gateway.Open(_store.Path)).ErrorId);
        Assert.Equal((99, 1), (_store.Ask("PRAGMA user_version"), _store.Ask("SELECT count(*) FROM scan")));
    }

    [Fact]
    public void A_database_of_another_program_is_left_alone()
    {
        File.WriteAllBytes(_store.Path, []);
        using (var connection = StoreConnection.Open(_store.Path))
        {
            connection.Execute("CREATE TABLE bookmark (url TEXT)");
        }

        var before = File.ReadAllBytes(_store.Path);
        Assert.Equal(ErrorId.StoreInvalid, Assert.Throws<PostureException>(() => _store.Save(Group.Of("a"))).ErrorId);
        Assert.Equal(ErrorId.StoreInvalid, Assert.Throws<PostureException>(() => _gateway.Open(_store.Path)).ErrorId);
        Assert.Equal(before, File.ReadAllBytes(_store.Path));
    }

    [Fact]
    public void A_file_that_is_no_database_is_left_alone()
    {
        File.WriteAllText(_store.Path, new string('x', 5000));
        var error = Assert.Throws<PostureException>(() => _store.Save(Group.Of("a")));
        Assert.Equal((ErrorId.StoreInvalid, (object)_store.Path), (error.ErrorId, error.Target));
        Assert.Contains("not a SQLite database", error.Message, StringComparison.Ordinal);
        Assert.Equal(new string('x', 5000), File.ReadAllText(_store.Path));
    }

    [Fact]
    public void A_damaged_store_is_one_clear_error()
    {
        _store.Save(Enumerable.Range(0, 500).Select(number => Group.Of($"g{number}")));
        var bytes = File.ReadAllBytes(_store.Path);
        bytes.AsSpan(4096).Fill(0xA5);
        File.WriteAllBytes(_store.Path, bytes);
        var error = Assert.Throws<PostureException>(() => _store.Read());
        Assert.Equal(ErrorId.StoreInvalid, error.ErrorId);
        Assert.Contains(_store.Path, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_there_is_not_made_by_reading()
    {
        Assert.Equal(ErrorId.StoreNotFound, Assert.Throws<PostureException>(() => _gateway.Open(_store.Path)).ErrorId);
        Assert.Equal(ErrorId.StoreNotFound, Assert.Throws<PostureException>(() => _gateway.Open(_store.Folder)).ErrorId);
        Assert.Equal(ErrorId.StoreNotFound, Assert.Throws<PostureException>(() => _gateway.OpenOrCreate(_store.Folder, isPrivateFolder: false)).ErrorId);
        File.WriteAllBytes(_store.Path, []);
        Assert.Equal(ErrorId.StoreInvalid, Assert.Throws<PostureException>(() => _gateway.Open(_store.Path)).ErrorId);
        Assert.Equal([_store.Path], Directory.GetFiles(_store.Folder));
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_named()
    {
        File.WriteAllText(_store.Path, "a file");
        var error = Assert.Throws<PostureException>(() => _gateway.OpenOrCreate(Path.Combine(_store.Path, "findings.db"), isPrivateFolder: false));
        Assert.Equal(ErrorId.StoreNotWritten, error.ErrorId);
    }

    [Fact]
    public void Numbers_in_stores_mean_what_they_meant()
    {
        Assert.Equal(["Passed", "Failed", "Warning", "NotAvailable"], Enum.GetNames<FindingStatus>());
        Assert.Equal(["Low", "Medium", "High", "Critical"], Enum.GetNames<Severity>());
        Assert.Equal(["Unchanged", "New", "Reopened", "Resolved", "Changed"], Enum.GetNames<ChangeKind>());
        Assert.Equal(["Unknown", "Sound", "Unseen", "Open", "Resolved"], Enum.GetNames<FindingState>());
        Assert.Equal(639171216000000000, SampleFindings.Now.UtcTicks);
    }
}
