using System.Collections;
using CisPosture.Accounts;
using CisPosture.Core.Tests.Controls;
using CisPosture.Snapshots;

namespace CisPosture.Core.Tests.Snapshots;

public sealed class SnapshotWritingTests : IDisposable
{
    private static readonly SnapshotContent Content = SnapshotContent.Of(Judging.Account());

    private readonly TemporaryFolder _folder = new();

    private string Target => _folder.FilePath("s.json");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("s.json")]
    [InlineData("s.json.gz")]
    public async Task Nothing_but_the_file_is_left_behind(string name)
    {
        await WriteAsync(_folder.FilePath(name), Content, overwrite: false);
        Assert.Equal([name], _folder.FileNames);
    }

    [Fact]
    public async Task An_existing_file_is_kept_unless_replacing_is_allowed()
    {
        await _folder.FileAsync("s.json", "mine"u8.ToArray());
        var error = await NotWrittenAsync(Target, overwrite: false);
        Assert.Contains("-Force", error.Message, StringComparison.Ordinal);
        Assert.Equal("mine", await TextAsync(Target));
        Assert.Equal(["s.json"], _folder.FileNames);
    }

    [Fact]
    public async Task An_existing_file_is_replaced_where_that_is_allowed()
    {
        await _folder.FileAsync("s.json", new byte[100_000]);
        await WriteAsync(Target, Content, overwrite: true);
        Assert.Single((await SnapshotFile.ReadAsync(Target, TestContext.Current.CancellationToken)).Accounts);
        Assert.Equal(["s.json"], _folder.FileNames);
    }

    [Fact]
    public async Task Replacing_needs_no_existing_file()
    {
        await WriteAsync(Target, Content, overwrite: true);
        Assert.Equal(["s.json"], _folder.FileNames);
    }

    [Fact]
    public async Task The_old_file_stays_whole_until_the_new_one_is()
    {
        await _folder.FileAsync("s.json", "old"u8.ToArray());
        var seen = new List<string>();
        var accounts = new WatchedList(3, index => seen.Add($"{index} {File.ReadAllText(Target)}"));
        await WriteAsync(Target, Of(accounts), overwrite: true);
        Assert.Equal(["0 old", "1 old", "2 old"], seen);
        Assert.Equal(3, (await SnapshotFile.ReadAsync(Target, TestContext.Current.CancellationToken)).Accounts.Count);
    }

    [Fact]
    public async Task Accounts_go_to_the_disk_while_others_still_wait()
    {
        const int Count = 200;
        long onDisk = 0;
        var accounts = new WatchedList(Count, index => onDisk = index == Count - 1 ? new FileInfo(_folder.FilePath(Assert.Single(_folder.FileNames))).Length : 0);
        await WriteAsync(Target, Of(accounts), overwrite: false);
        Assert.InRange(onDisk, new FileInfo(Target).Length / 2, new FileInfo(Target).Length);
    }

    [Fact]
    public async Task A_failure_midway_leaves_nothing_behind_and_the_old_file_in_place()
    {
        await _folder.FileAsync("s.json", "old"u8.ToArray());
        var accounts = new WatchedList(200, index => ThrowAt(index, 199));
        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => WriteAsync(Target, Of(accounts), overwrite: true));
        Assert.Equal(["s.json"], _folder.FileNames);
        Assert.Equal("old", await TextAsync(Target));
    }

    [Fact]
    public async Task Stopping_leaves_nothing_behind()
    {
        using var stop = new CancellationTokenSource();
        var accounts = new WatchedList(200, index => StopAt(index, 100, stop));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SnapshotFile.WriteAsync(Target, Of(accounts), overwrite: false, stop.Token));
        Assert.Empty(_folder.FileNames);
    }

    [Fact]
    public async Task A_folder_is_not_written_to() =>
        Assert.Contains("folder", (await NotWrittenAsync(_folder.Path, overwrite: true)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_missing_folder_is_named_and_not_made()
    {
        var error = await NotWrittenAsync(Path.Combine(_folder.Path, "nosuch", "s.json"), overwrite: true);
        Assert.Contains("folder does not exist", error.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, "nosuch")), "A folder was made for a mistyped path.");
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\0b")]
    public Task A_path_that_cannot_be_one_is_not_written(string path) => NotWrittenAsync(path, overwrite: true);

    [Fact]
    public async Task A_name_that_the_file_system_refuses_is_not_written()
    {
        await NotWrittenAsync(_folder.FilePath(new string('x', 400)), overwrite: false);
        Assert.Empty(_folder.FileNames);
    }

    [Fact]
    public async Task What_would_fail_can_be_asked_before_the_scan()
    {
        SnapshotFile.CheckTarget(Target, overwrite: false);
        await _folder.FileAsync("s.json", "mine"u8.ToArray());
        Assert.Equal(ErrorId.SnapshotNotWritten, Assert.Throws<PostureException>(() => SnapshotFile.CheckTarget(Target, overwrite: false)).ErrorId);
        SnapshotFile.CheckTarget(Target, overwrite: true);
        Assert.Equal(["s.json"], _folder.FileNames);
    }

    private static SnapshotContent Of(IReadOnlyList<AccountEvidence> accounts) =>
        new() { ModuleVersion = "1.2.3", ObservedAt = Judging.Now, Accounts = accounts };

    private static void ThrowAt(int index, int last)
    {
        if (index == last)
        {
            throw new InvalidTimeZoneException("as nothing else throws");
        }
    }

    private static void StopAt(int index, int last, CancellationTokenSource stop)
    {
        if (index == last)
        {
            stop.Cancel();
        }
    }

    private static Task<string> TextAsync(string path) => File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);

    private static Task WriteAsync(string path, SnapshotContent content, bool overwrite) =>
        SnapshotFile.WriteAsync(path, content, overwrite, TestContext.Current.CancellationToken);

    private static async Task<PostureException> NotWrittenAsync(string path, bool overwrite)
    {
        var error = await Assert.ThrowsAsync<PostureException>(() => WriteAsync(path, Content, overwrite));
        Assert.Equal(ErrorId.SnapshotNotWritten, error.ErrorId);
        Assert.Equal(path, error.Target);
        Assert.Contains($"'{VisibleText.InOneDirection(path)}'", error.Message, StringComparison.Ordinal);
        return error;
    }

    /// <summary>A list of accounts that tells when each is taken.</summary>
    private sealed class WatchedList(int count, Action<int> taken) : IReadOnlyList<AccountEvidence>
    {
        private readonly AccountEvidence _account = EvidenceFiller.Full();

        public int Count => count;

        public AccountEvidence this[int index] => _account;

        public IEnumerator<AccountEvidence> GetEnumerator()
        {
            for (var index = 0; index < count; index++)
            {
                taken(index);
                yield return this[index];
            }
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
