using CisPosture.Core.Tests.Findings;
using CisPosture.Store.Tests.Support;

namespace CisPosture.Store.Tests;

/// <summary>What crashes, other jobs and giving up do to a store: nothing.</summary>
public sealed class SafetyTests : IDisposable
{
    private readonly StoreOnDisk _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task Jobs_that_save_at_once_lose_nothing()
    {
        const int Jobs = 4;
        const int Scans = 5;
        using var together = new Barrier(Jobs);
        await Task.WhenAll(Enumerable.Range(0, Jobs).Select(job => Task.Factory.StartNew(
            () =>
            {
                together.SignalAndWait(TestContext.Current.CancellationToken);
                for (var scan = 0; scan < Scans; scan++)
                {
                    var account = $"{job}".PadLeft(12, '0');
                    _store.SaveAt(SampleFindings.Now.AddMinutes(scan), Group.Of($"common-{scan}", account: account), Group.Of($"other-{scan}", account: account));
                }
            },
            TestContext.Current.CancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));
        Assert.Equal(Enumerable.Range(1, Jobs * Scans).Reverse().Select(scan => (long)scan), _store.Scans().Select(scan => scan.ScanId));
        Assert.All(_store.Scans(), scan => Assert.Equal((2, 2), (scan.FindingCount, scan.NewCount)));
        Assert.Equal(Jobs * 2, _store.Read().Count);
        Assert.Equal(1, _store.Ask("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'"));
    }

    [Fact]
    public void A_job_that_gathers_findings_keeps_nobody_waiting()
    {
        using var slow = _store.Open();
        using var gathering = slow.Record();
        gathering.Add(Group.Of("a"));
        _store.Save(Group.Of("b"));
        Assert.Equal(2, gathering.Commit(SampleFindings.Now, TestContext.Current.CancellationToken)!.ScanId);
    }

    [Fact]
    public void A_recording_that_is_given_up_leaves_nothing_and_can_be_begun_anew()
    {
        using var store = _store.Open();
        using (var recording = store.Record())
        {
            recording.Add(Group.Of("a"));
        }

        Assert.Empty(store.ReadScans());
        using var again = store.Record();
        again.Add(Group.Of("b"));
        Assert.Equal(1, again.Commit(SampleFindings.Now, TestContext.Current.CancellationToken)!.ScanId);
    }

    [Fact]
    public void A_commit_that_is_cancelled_leaves_nothing()
    {
        using var store = _store.Open();
        using var stopping = new CancellationTokenSource();
        using (var recording = store.Record())
        {
            recording.Add(Group.Of("a"));
            stopping.Cancel();
            Assert.Throws<OperationCanceledException>(() => recording.Commit(SampleFindings.Now, stopping.Token));
        }

        Assert.Empty(store.ReadScans());
    }

    // The files as a machine would find them after a crash at the worst moment: everything is written, nothing committed.
    [Fact]
    public void A_crash_before_the_commit_leaves_the_earlier_scans_and_nothing_of_the_half_one()
    {
        _store.Save(Group.Of("a"), Group.Of("b"));
        using var after = new StoreOnDisk();
        using (var connection = StoreConnection.Open(_store.Path))
        {
            // A cache of a few pages, so that the unfinished scan reaches the disk.
            connection.Execute("PRAGMA cache_size = 10");
            using var spool = new ScanSpool(connection);
            foreach (var number in Enumerable.Range(0, 2000))
            {
                spool.Add(Group.Of($"half-{number}") with { ObservedAt = SampleFindings.Now.AddHours(1) });
            }

            spool.Close();
            using var transaction = connection.BeginWriting(TestContext.Current.CancellationToken);
            new ScanMerge(connection, spool, SampleFindings.Now).Run();
            Assert.True(new FileInfo(_store.Path + "-wal").Length > 100_000, "The scan must have been written to the disk for this test to mean anything.");
            foreach (var file in Directory.GetFiles(_store.Folder))
            {
                File.Copy(file, Path.Combine(after.Folder, Path.GetFileName(file)));
            }
        }

        Assert.Equal(1, Assert.Single(after.Scans()).ScanId);
        Assert.Equal(["Failed New", "Failed New"], after.Read().Select(finding => $"{finding.Status} {finding.ChangeKind}"));
        Assert.Equal(2, after.Save(Group.Passed()).ScanId);
        Assert.Equal(2, after.Read(ChangeKind.Resolved).Count);
    }

    [Fact]
    public void Nobody_but_its_owner_may_read_a_store_that_is_made()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var path = Path.Combine(_store.Folder, "own", "findings.db");
        using var store = new FindingStoreGateway().OpenOrCreate(path, isPrivateFolder: true);
        using var recording = store.Record();
        recording.Add(Group.Of("a"));
        recording.Commit(SampleFindings.Now, TestContext.Current.CancellationToken);
        const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Assert.Equal(Owner | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.GetDirectoryName(path)!));
        Assert.Equal(3, Directory.GetFiles(Path.GetDirectoryName(path)!).Length);
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(path)!))
        {
            Assert.Equal(Owner, File.GetUnixFileMode(file));
        }
    }
}
