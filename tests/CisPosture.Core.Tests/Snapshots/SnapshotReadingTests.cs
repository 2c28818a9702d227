using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CisPosture.Snapshots;

namespace CisPosture.Core.Tests.Snapshots;

/// <summary>Files that are no good snapshots: each gives one error with its own id that names the file, the place and the way out.</summary>
public sealed partial class SnapshotReadingTests : IDisposable
{
    private const string ValidHeader = """ "schema": "cisposture-snapshot", "version": 1, "moduleVersion": "1.0.0", "observedAt": "2026-06-15T12:00:00+00:00" """;

    private static readonly string[] SnapshotErrors =
        [ErrorId.SnapshotNotFound, ErrorId.SnapshotNotJson, ErrorId.SnapshotTruncated, ErrorId.SnapshotInvalid, ErrorId.SnapshotVersionUnknown];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_missing_file_is_not_found()
    {
        var error = await FailsAsync(_folder.FilePath("nosuch.json"), ErrorId.SnapshotNotFound);
        Assert.Contains("no such file", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public Task A_file_in_a_missing_folder_is_not_found() => FailsAsync(Path.Combine(_folder.Path, "nosuch", "s.json"), ErrorId.SnapshotNotFound);

    [Fact]
    public async Task A_folder_is_no_snapshot() =>
        Assert.Contains("folder", (await FailsAsync(_folder.Path, ErrorId.SnapshotNotFound)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("a\0b")]
    public Task A_path_that_cannot_be_one_is_not_found(string path) => FailsAsync(path, ErrorId.SnapshotNotFound);

    [Fact]
    public Task A_path_longer_than_any_file_system_takes_is_not_found() => FailsAsync(_folder.FilePath(new string('x', 5000)), ErrorId.SnapshotNotFound);

    [Fact]
    public async Task A_file_that_another_program_keeps_to_itself_cannot_be_read()
    {
        var path = await _folder.FileAsync("s.json", Encoding.UTF8.GetBytes(await SnapshotText.SmallAsync()));
        using var locked = Alone(path);
        await FailsAsync(path, ErrorId.SnapshotNotFound);
    }

    [Fact]
    public async Task A_file_that_the_system_denies_cannot_be_read_unless_the_user_may_read_everything()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var path = await _folder.FileAsync("s.json", Encoding.UTF8.GetBytes(await SnapshotText.SmallAsync()));
        File.SetUnixFileMode(path, UnixFileMode.None);
        if (Environment.IsPrivilegedProcess)
        {
            Assert.Single((await SnapshotFile.ReadAsync(path, TestContext.Current.CancellationToken)).Accounts);
        }
        else
        {
            await FailsAsync(path, ErrorId.SnapshotNotFound);
        }
    }

    [Fact]
    public async Task An_empty_file_is_truncated() =>
        Assert.Contains("empty", (await FailsWithAsync(string.Empty, ErrorId.SnapshotTruncated)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(" ")]
    [InlineData("\n\n")]
    [InlineData("\uFEFF")]
    public Task A_blank_file_is_truncated(string text) => FailsWithAsync(text, ErrorId.SnapshotTruncated);

    [Fact]
    public async Task A_file_cut_anywhere_is_truncated()
    {
        var whole = Encoding.UTF8.GetBytes(await SnapshotText.SmallAsync());
        for (var length = 0; length < whole.Length; length++)
        {
            await FailsWithAsync(whole.AsSpan(0, length).ToArray(), ErrorId.SnapshotTruncated);
        }
    }

    [Fact]
    public async Task A_compressed_file_cut_anywhere_is_truncated_unless_only_its_checksum_is_missing()
    {
        const int ChecksumAndEnd = 10;
        var whole = SnapshotText.Compressed(await SnapshotText.SmallAsync());
        for (var length = 2; length < whole.Length - ChecksumAndEnd; length++)
        {
            await FailsWithAsync(whole.AsSpan(0, length).ToArray(), ErrorId.SnapshotTruncated);
        }
    }

    [Fact]
    public async Task A_truncated_file_names_the_line_and_byte_where_it_ends()
    {
        var error = await FailsWithAsync("{\n  \"schema\": \"cisposture-snapshot\",\n  \"ver", ErrorId.SnapshotTruncated);
        Assert.Contains("line 3, byte ", error.Message, StringComparison.Ordinal);
        Assert.Contains("Export-CisSnapshot", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hello", "line 1, byte 1")]
    [InlineData("<xml/>", "line 1, byte 1")]
    [InlineData("{\n  \"schema\" 1 }", "line 2, byte 12")]
    [InlineData("{ 'schema': 1 }", "line 1, byte 3")]
    [InlineData("{ \"a\": 01 }", "line 1, byte 9")]
    [InlineData("{ \"a\": NaN }", "line 1, byte 8")]
    [InlineData("{ } { }", "line 1, byte 5")]
    [InlineData("{ } // comment", "line 1, byte 5")]
    [InlineData("[1, ]", "line 1, byte 5")]
    [InlineData("\u0000", "line 1, byte 1")]
    public async Task Text_that_is_not_JSON_is_named_with_its_place(string text, string place)
    {
        var error = await FailsWithAsync(text, ErrorId.SnapshotNotJson);
        Assert.Contains(place, error.Message, StringComparison.Ordinal);
        Assert.IsType<JsonException>(error.InnerException, exactMatch: false);
    }

    [Fact]
    public async Task Text_that_stops_being_JSON_after_a_good_beginning_is_not_JSON() =>
        await FailsWithAsync((await SnapshotText.SmallAsync()).Replace("\"regions\":[", "\"regions\":[,", StringComparison.Ordinal), ErrorId.SnapshotNotJson);

    [Fact]
    public async Task Two_snapshots_in_one_file_are_not_JSON()
    {
        var text = await SnapshotText.SmallAsync();
        await FailsWithAsync(text + text, ErrorId.SnapshotNotJson);
    }

    [Fact]
    public async Task Text_as_Windows_PowerShell_redirects_it_is_called_what_it_is()
    {
        byte[] utf16 = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(await SnapshotText.SmallAsync())];
        Assert.Contains("UTF-16", (await FailsWithAsync(utf16, ErrorId.SnapshotNotJson)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("12")]
    [InlineData("\"cisposture-snapshot\"")]
    [InlineData("[]")]
    [InlineData("[ { \"schema\": \"cisposture-snapshot\", \"version\": 1 } ]")]
    [InlineData("{}")]
    [InlineData("{ \"version\": 1 }")]
    [InlineData("{ \"schema\": \"other\", \"version\": 1 }")]
    [InlineData("{ \"schema\": null, \"version\": 1 }")]
    [InlineData("{ \"schema\": [\"cisposture-snapshot\"], \"version\": 1 }")]
    [InlineData("{ \"inner\": { \"schema\": \"cisposture-snapshot\", \"version\": 1 } }")]
    [InlineData("{ \"schema\": \"\\uD800isposture-snapshot\", \"version\": 1 }")]
    [InlineData("{ \"\\uDC00chema\": 1, \"version\": 1 }")]
    public async Task JSON_of_something_else_is_invalid_at_its_schema(string text) =>
        Assert.Contains("$.schema", (await FailsWithAsync(text, ErrorId.SnapshotInvalid)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("{ \"schema\": \"cisposture-snapshot\" }")]
    [InlineData("{ \"schema\": \"cisposture-snapshot\", \"version\": null }")]
    [InlineData("{ \"schema\": \"cisposture-snapshot\", \"version\": \"1\" }")]
    [InlineData("{ \"schema\": \"cisposture-snapshot\", \"version\": [1] }")]
    [InlineData("{ \"schema\": \"cisposture-snapshot\", \"deeper\": { \"version\": 1 } }")]
    public async Task A_snapshot_without_a_version_is_invalid_there(string text) =>
        Assert.Contains("$.version", (await FailsWithAsync(text, ErrorId.SnapshotInvalid)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("0")]
    [InlineData("2")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("99999999999999999999")]
    [InlineData("1e999")]
    public async Task Another_version_is_unknown_whatever_else_the_file_holds(string version)
    {
        var error = await FailsWithAsync($$"""{ "version": {{version}}, "accounts": 7, "schema": "cisposture-snapshot" }""", ErrorId.SnapshotVersionUnknown);
        Assert.Contains($"schema version {version} at $.version", error.Message, StringComparison.Ordinal);
        Assert.Contains("version 1.", error.Message, StringComparison.Ordinal);
        Assert.Contains("Update CisPosture", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_of_a_thousand_digits_does_not_fill_the_screen() =>
        Assert.InRange((await FailsWithAsync($$"""{ "schema": "cisposture-snapshot", "version": {{new string('7', 1000)}} }""", ErrorId.SnapshotVersionUnknown)).Message.Length, 50, 500);

    [Fact]
    public async Task A_snapshot_without_accounts_is_invalid_there() =>
        Assert.Contains("$.accounts", (await FailsWithAsync($$"""{ {{ValidHeader}}, "accounts": [] }""", ErrorId.SnapshotInvalid)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[null]")]
    [InlineData("[[]]")]
    [InlineData("[{}]")]
    [InlineData("[7]")]
    public async Task Accounts_of_another_form_are_invalid_with_path_line_and_byte(string accounts)
    {
        var error = await FailsWithAsync($$"""
            { {{ValidHeader}},
              "accounts": {{accounts}} }
            """, ErrorId.SnapshotInvalid);
        Assert.Contains("$.accounts", error.Message, StringComparison.Ordinal);
        Assert.Contains("line 2, byte ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_required_member_is_named() =>
        Assert.Contains("missing: homeRegion.", (await FailsWithAsync((await SnapshotText.SmallAsync()).Replace("homeRegion", "homeregion", StringComparison.Ordinal), ErrorId.SnapshotInvalid)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Each_required_member_is_missed_and_each_other_one_has_its_default()
    {
        var file = JsonNode.Parse(await SnapshotText.OfAsync(EvidenceFiller.Full()))!;
        foreach (var place in SnapshotTree.Places(file).Where(place => place.Member is not null).DistinctBy(place => place.Member))
        {
            var parent = place.Parent.AsObject();
            parent.Remove(place.Name);
            if (IsRequired(place.Member!))
            {
                Assert.Contains(place.Name, (await FailsWithAsync(file.ToJsonString(), ErrorId.SnapshotInvalid)).Message, StringComparison.Ordinal);
            }
            else
            {
                Assert.NotEmpty(EvidenceDump.Of(await SnapshotText.ReadAsync(file.ToJsonString())));
            }

            parent[place.Name] = place.Node;
        }
    }

    [Fact]
    public async Task Null_is_refused_wherever_the_code_declares_a_value()
    {
        var file = JsonNode.Parse(await SnapshotText.OfAsync(EvidenceFiller.Full()))!;
        var places = SnapshotTree.Places(file);
        Assert.Contains(places, place => place.Parent is JsonArray);
        Assert.Contains(places, place => place.IsFact);
        foreach (var place in places)
        {
            var putBack = place.Replace(null);
            if (place.Member is { } member && EvidenceFiller.AllowsNull(member))
            {
                Assert.NotEmpty((await SnapshotText.ReadAsync(file.ToJsonString())).Accounts);
            }
            else
            {
                await RefusesNullAsync(file, place);
            }

            putBack();
        }
    }

    [Fact]
    public async Task A_value_of_another_type_is_refused_everywhere()
    {
        var file = JsonNode.Parse(await SnapshotText.OfAsync(EvidenceFiller.Full()))!;
        foreach (var place in SnapshotTree.Places(file))
        {
            var putBack = place.Replace(place.Node is JsonObject ? new JsonArray() : new JsonObject());
            await FailsWithAsync(file.ToJsonString(), ErrorId.SnapshotInvalid);
            putBack();
        }
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("false")]
    [InlineData("\"value\"")]
    [InlineData("""{ "value": [], "gap": { "reasonCode": "X" } }""")]
    [InlineData("""{ "gap": { "reasonCode": "X" }, "gap": { "reasonCode": "X" } }""")]
    [InlineData("""{ "value": [], "value": [] }""")]
    [InlineData("""{ "gap": {} }""")]
    [InlineData("""{ "gap": { "reasonCode": null } }""")]
    [InlineData("""{ "Value": [] }""")]
    [InlineData("""{ "\uD800": [] }""")]
    public async Task Evidence_that_is_not_exactly_a_value_or_a_gap_is_invalid(string evidence)
    {
        var error = await FailsWithAsync(await WithUsersAsync(evidence), ErrorId.SnapshotInvalid);
        Assert.Contains("$.accounts[0].users", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_place_inside_evidence_is_that_of_the_file()
    {
        var error = await FailsWithAsync(await WithUsersAsync("{\n\"value\": [\n{ \"userName\": 7 }\n] }"), ErrorId.SnapshotInvalid);
        Assert.Contains("At $.accounts[0].users, line 3, byte 16: a value of another type should stand there.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"accountId\": \"\\uD800\"")]
    [InlineData("\"accountId\": \"\\uDC00\\uD800\"")]
    [InlineData("\"observedAt\": \"yesterday\"")]
    [InlineData("\"observedAt\": \"9999-99-99T00:00:00Z\"")]
    [InlineData("\"observedAt\": 1781524800")]
    [InlineData("\"accountSummary\": { \"value\": { \"accountAccessKeysPresent\": 1e999, \"accountMfaEnabled\": 1 } }")]
    [InlineData("\"accountSummary\": { \"value\": { \"accountAccessKeysPresent\": 99999999999, \"accountMfaEnabled\": 1 } }")]
    [InlineData("\"accountSummary\": { \"value\": { \"accountAccessKeysPresent\": 0.5, \"accountMfaEnabled\": 1 } }")]
    [InlineData("\"trailLogGroups\": { \"\\uD800\": { \"value\": true } }")]
    [InlineData("\"trailLogGroups\": { \"a\": { \"value\": 1 } }")]
    [InlineData("\"trailLogGroups\": [ [ \"a\", true ] ]")]
    public async Task Values_out_of_range_are_invalid(string member) =>
        await FailsWithAsync((await SnapshotText.SmallAsync()).Replace("\"partition\"", $"{member}, \"partition\"", StringComparison.Ordinal), ErrorId.SnapshotInvalid);

    [Theory]
    [InlineData("\"accountId\": \"999999999999\"")]
    [InlineData("\"accountId\": 7")]
    [InlineData("\"regions\": null")]
    [InlineData("\"regions\": []")]
    public async Task A_member_that_stands_twice_is_read_or_refused_but_breaks_nothing(string member)
    {
        var text = (await SnapshotText.SmallAsync()).Replace("\"partition\"", $"{member}, \"partition\"", StringComparison.Ordinal);
        var error = await Record.ExceptionAsync(() => SnapshotText.ReadAsync(text));
        Assert.True(error is null or PostureException { ErrorId: ErrorId.SnapshotInvalid }, $"{error}");
    }

    [Theory]
    [InlineData(100, "[", "]")]
    [InlineData(200_000, "[", "]")]
    [InlineData(100_000, "{\"a\":", "}")]
    public async Task Nesting_without_end_is_invalid_rather_than_a_crash(int depth, string open, string close)
    {
        var nested = string.Concat(Enumerable.Repeat(open, depth)) + "1" + string.Concat(Enumerable.Repeat(close, depth));
        await FailsWithAsync($$"""{ {{ValidHeader}}, "nested": {{nested}}, "accounts": [] }""", ErrorId.SnapshotInvalid);
        await FailsWithAsync(await WithUsersAsync($$"""{ "value": {{nested}} }"""), ErrorId.SnapshotInvalid);
        await FailsWithAsync(nested, ErrorId.SnapshotInvalid);
    }

    [Theory]
    [InlineData(0, 0x00)]
    [InlineData(2, 0x00)]
    [InlineData(-6, 0xFF)]
    public async Task Damaged_gzip_data_is_called_damaged(int index, byte value)
    {
        Assert.SkipWhen(Type.GetType("Mono.Runtime") is not null, "Mono calls compressed data that it cannot expand a failure of the disk.");
        var bytes = SnapshotText.Compressed(await SnapshotText.OfAsync(EvidenceFiller.Full()));
        bytes[index < 0 ? bytes.Length + index : index] ^= (byte)(value | 1);
        var error = await FailsWithAsync(bytes, ErrorId.SnapshotNotJson);
        Assert.True(index == 0 || error.Message.Contains("damaged", StringComparison.Ordinal), error.Message);
    }

    [Fact]
    public async Task Compressed_nonsense_is_not_JSON() => await FailsWithAsync(SnapshotText.Compressed("hello"), ErrorId.SnapshotNotJson);

    [Fact]
    public async Task Reading_can_be_stopped()
    {
        var path = await _folder.FileAsync("s.json", Encoding.UTF8.GetBytes(await SnapshotText.SmallAsync()));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SnapshotFile.ReadAsync(path, new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task A_file_that_was_read_is_free_again()
    {
        var path = await _folder.FileAsync("s.json", Encoding.UTF8.GetBytes(await SnapshotText.SmallAsync()));
        await SnapshotFile.ReadAsync(path, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(path, "{ ", TestContext.Current.CancellationToken);
        await FailsAsync(path, ErrorId.SnapshotTruncated);
        File.Delete(path);
        Assert.Empty(_folder.FileNames);
    }

    // By name, because an assembly for .NET Standard brings an attribute of its own.
    private static bool IsRequired(MemberInfo member) =>
        member.CustomAttributes.Any(attribute => attribute.AttributeType.FullName == typeof(RequiredMemberAttribute).FullName);

    private static async Task RequireReadOrSnapshotErrorAsync(byte[] bytes)
    {
        var error = await Record.ExceptionAsync(() => SnapshotText.ReadAsync(bytes));
        if (error is not null)
        {
            Assert.Contains(Assert.IsType<PostureException>(error).ErrorId, SnapshotErrors);
        }
    }

    private static async Task<string> WithUsersAsync(string evidence)
    {
        const string Place = "\"users\":";
        var file = await SnapshotText.SmallAsync();
        var start = file.IndexOf(Place, StringComparison.Ordinal) + Place.Length;
        var end = file.IndexOf("}}", start, StringComparison.Ordinal) + 2;
        return file[..start] + evidence + file[end..];
    }

    private static IDisposable Alone(string path) => new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);

    private static async Task RefusesNullAsync(JsonNode file, SnapshotTree.Place place)
    {
        var error = await Record.ExceptionAsync(() => SnapshotText.ReadAsync(file.ToJsonString()));
        Assert.True(error is PostureException { ErrorId: ErrorId.SnapshotInvalid }, $"Null passed as {place.Name} in {place.Parent.ToJsonString().PadRight(150)[..150]}: {error}");
    }

    private Task<PostureException> FailsWithAsync(string text, string errorId) => FailsWithAsync(Encoding.UTF8.GetBytes(text), errorId);

    private async Task<PostureException> FailsWithAsync(byte[] bytes, string errorId)
    {
        var path = await _folder.FileAsync("bad.json", bytes);
        var error = await FailsAsync(path, errorId);
        return error;
    }

    private static async Task<PostureException> FailsAsync(string path, string errorId)
    {
        var error = await Assert.ThrowsAsync<PostureException>(() => SnapshotFile.ReadAsync(path, TestContext.Current.CancellationToken));
        Assert.True(errorId == error.ErrorId, $"{errorId} was expected and not {error}");
        Assert.Equal(path, error.Target);
        Assert.Contains($"'{VisibleText.InOneDirection(path)}'", error.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", error.Message, StringComparison.Ordinal);
        return error;
    }
}
