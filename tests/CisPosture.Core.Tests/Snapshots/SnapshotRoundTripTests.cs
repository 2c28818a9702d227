using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CisPosture.Accounts;
using CisPosture.Core.Tests.Controls;
using CisPosture.Snapshots;

namespace CisPosture.Core.Tests.Snapshots;

public sealed partial class SnapshotRoundTripTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("snapshot.json")]
    [InlineData("snapshot.json.gz")]
    [InlineData("SNAPSHOT.JSON.GZ")]
    [InlineData("a name with blanks é.json")]
    public async Task Evidence_with_every_member_filled_is_the_same_after_reading(string name)
    {
        var account = EvidenceFiller.Full();
        var reread = await RoundTripAsync(name, account);
        Assert.Equal(EvidenceDump.Of(account), EvidenceDump.Of(Assert.Single(reread.Accounts)));
    }

    [Fact]
    public async Task A_gap_stays_a_gap_with_all_that_it_tells()
    {
        var gap = new EvidenceGap { ReasonCode = ReasonCode.AccessDenied, Operation = "kms:ListKeys", Permission = "kms:ListKeys", Region = "eu-west-1", ErrorCode = "AccessDeniedException", Message = "no" };
        var account = Judging.Account() with { Regions = [Judging.Region("eu-west-1") with { KmsKeys = Evidence.Missing<IReadOnlyList<KmsKey>>(gap) }] };
        var keys = Assert.Single((await RoundTripAsync("s.json", account)).Accounts).Regions[0].KmsKeys;
        Assert.False(keys.IsKnown);
        Assert.Equal(gap, keys.Gap);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Evidence_that_was_not_asked_for_and_evidence_of_no_differ(bool? rotation)
    {
        var key = new KmsKey { KeyId = "k", Arn = "arn", IsRotationEnabled = rotation is { } isOn ? Evidence.Of(isOn) : null };
        var account = Judging.Account() with { Regions = [Judging.Region() with { KmsKeys = Evidence.Of<IReadOnlyList<KmsKey>>([key]) }] };
        var keys = Assert.Single((await RoundTripAsync("s.json", account)).Accounts).Regions[0].KmsKeys;
        Assert.Equal(key.IsRotationEnabled, Assert.Single(keys.Value!).IsRotationEnabled);
    }

    [Fact]
    public async Task An_empty_list_stays_known()
    {
        var account = Judging.Account() with { Users = Evidence.Of<IReadOnlyList<IamUser>>([]) };
        var users = Assert.Single((await RoundTripAsync("s.json", account)).Accounts).Users;
        Assert.True(users.TryGet(out var value, out _), "An account without users was read as one whose users are unknown.");
        Assert.Empty(value!);
    }

    [Fact]
    public async Task What_was_not_collected_says_so_after_reading()
    {
        var account = Assert.Single((await RoundTripAsync("s.json", Judging.Account())).Accounts);
        Assert.Equal(ReasonCode.NotCollected, account.CredentialReport.Gap?.ReasonCode);
    }

    [Fact]
    public async Task Several_accounts_keep_their_order()
    {
        var content = SnapshotContent.Of(Judging.Account() with { AccountId = "222222222222" }, Judging.Account() with { AccountId = "111111111111" });
        await WriteAsync("s.json", content);
        Assert.Equal(["222222222222", "111111111111"], (await ReadAsync("s.json")).Accounts.Select(account => account.AccountId));
    }

    [Fact]
    public async Task The_file_tells_its_schema_first_then_what_wrote_it_and_when()
    {
        var content = SnapshotContent.Of(Judging.Account() with { ObservedAt = Judging.Now.AddHours(1) }, Judging.Account());
        await WriteAsync("s.json", content);
        var file = JsonNode.Parse(await BytesAsync("s.json"))!.AsObject();
        Assert.Equal(["schema", "version", "moduleVersion", "observedAt", "accounts"], file.Select(member => member.Key));
        Assert.Equal("cisposture-snapshot", (string?)file["schema"]);
        Assert.Equal(1, (int?)file["version"]);
        Assert.Matches(new Regex(@"^\d+\.\d+\.\d+$", RegexOptions.None, TimeSpan.FromSeconds(1)), (string?)file["moduleVersion"]);
        var reread = await ReadAsync("s.json");
        Assert.Equal(Judging.Now, reread.ObservedAt);
        Assert.Equal(content.ModuleVersion, reread.ModuleVersion);
    }

    [Fact]
    public async Task A_plain_file_has_lines_and_a_compressed_one_is_smaller()
    {
        var content = SnapshotContent.Of(EvidenceFiller.Full());
        await WriteAsync("s.json", content);
        await WriteAsync("s.json.gz", content);
        var plain = await BytesAsync("s.json");
        var compressed = await BytesAsync("s.json.gz");
        Assert.Equal((byte)'{', plain[0]);
        Assert.InRange(plain.Count(value => value == (byte)'\n'), 100, int.MaxValue);
        Assert.Equal([0x1F, 0x8B], compressed.Take(2));
        Assert.True(compressed.Length < plain.Length / 4, $"{compressed.Length} bytes are not much less than {plain.Length}.");
    }

    [Fact]
    public async Task What_a_file_is_shows_in_its_first_bytes_and_not_in_its_name()
    {
        await WriteAsync("s.json.gz", SnapshotContent.Of(EvidenceFiller.Full()));
        await WriteAsync("t.json", SnapshotContent.Of(EvidenceFiller.Full()));
        File.Move(_folder.FilePath("s.json.gz"), _folder.FilePath("renamed.json"));
        File.Move(_folder.FilePath("t.json"), _folder.FilePath("renamed.json.gz"));
        Assert.Equal(EvidenceDump.Of(await ReadAsync("renamed.json")), EvidenceDump.Of(await ReadAsync("renamed.json.gz")));
    }

    [Fact]
    public async Task A_byte_order_mark_is_skipped()
    {
        byte[] mark = [0xEF, 0xBB, 0xBF];
        var text = System.Text.Encoding.UTF8.GetBytes(await SnapshotText.SmallAsync());
        Assert.Single((await SnapshotText.ReadAsync([.. mark, .. text])).Accounts);
        Assert.Single((await SnapshotText.ReadAsync(SnapshotText.Compressed([.. mark, .. text]))).Accounts);
    }

    [Fact]
    public async Task Members_of_the_future_are_ignored_wherever_they_stand()
    {
        var account = EvidenceFiller.Full();
        var file = JsonNode.Parse(await SnapshotText.OfAsync(account))!;
        var added = SnapshotTree.Objects(file).Count(parent => parent.TryAdd("fromTheFuture", JsonNode.Parse("""{ "value": [null, { "gap": [[]] }], "accountId": 1e999 }""")));
        Assert.InRange(added, 50, int.MaxValue);
        var reread = await SnapshotText.ReadAsync(file.ToJsonString());
        Assert.Equal(EvidenceDump.Of(account), EvidenceDump.Of(Assert.Single(reread.Accounts)));
    }

    [Fact]
    public async Task Members_may_stand_in_any_order()
    {
        var account = EvidenceFiller.Full();
        var file = SnapshotTree.Reversed(JsonNode.Parse(await SnapshotText.OfAsync(account)));
        Assert.Equal("accounts", file.AsObject().First().Key);
        Assert.Equal(EvidenceDump.Of(account).Order(StringComparer.Ordinal), EvidenceDump.Of(Assert.Single((await SnapshotText.ReadAsync(file.ToJsonString())).Accounts)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Only_declared_members_are_written_and_none_has_the_name_of_a_secret()
    {
        var account = EvidenceFiller.Full(out var texts);
        var file = JsonNode.Parse(await SnapshotText.OfAsync(account))!;
        var declared = EvidenceTypes.All.SelectMany(type => type.GetProperties()).Where(property => property.CanWrite)
            .Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name))
            .Concat(["value", "gap", "schema", "version", "moduleVersion", "observedAt", "accounts"])
            .ToHashSet(StringComparer.Ordinal);
        var written = SnapshotTree.Objects(file).SelectMany(parent => parent.Select(member => member.Key)).ToHashSet(StringComparer.Ordinal);
        var allowed = texts.Concat([(string)file["schema"]!, (string)file["moduleVersion"]!]).ToHashSet(StringComparer.Ordinal);

        Assert.Subset(declared, written);
        Assert.DoesNotContain(written, name => Regex.IsMatch(name, "secret|token|privateKey|signature|passwordHash", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1)));
        Assert.All(SnapshotTree.Texts(file).Where(text => !DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out _)), text => Assert.Contains(text, allowed));
    }

    [Fact]
    public void Every_evidence_type_is_reached_from_an_account()
    {
        var defined = typeof(AccountEvidence).Assembly.GetTypes()
            .Where(type => type is { Namespace: "CisPosture.Accounts", IsPublic: true, IsAbstract: false, IsGenericTypeDefinition: false } && type != typeof(EvidenceKind));
        Assert.Equal(defined.Select(type => type.Name).Order(StringComparer.Ordinal), EvidenceTypes.All.Select(type => type.Name).Order(StringComparer.Ordinal));
    }

    private async Task<SnapshotContent> RoundTripAsync(string name, AccountEvidence account)
    {
        await WriteAsync(name, SnapshotContent.Of(account));
        return await ReadAsync(name);
    }

    private Task WriteAsync(string name, SnapshotContent content) =>
        SnapshotFile.WriteAsync(_folder.FilePath(name), content, overwrite: false, TestContext.Current.CancellationToken);

    private Task<SnapshotContent> ReadAsync(string name) => SnapshotFile.ReadAsync(_folder.FilePath(name), TestContext.Current.CancellationToken);

    private Task<byte[]> BytesAsync(string name) => File.ReadAllBytesAsync(_folder.FilePath(name), TestContext.Current.CancellationToken);
}
