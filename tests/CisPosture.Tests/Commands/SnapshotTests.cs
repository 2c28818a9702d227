using System.Management.Automation;
using System.Text.Json;
using CisPosture.Accounts;
using CisPosture.Snapshots;

namespace CisPosture.Tests.Commands;

public sealed class SnapshotTests : CommandTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("CisPosture").FullName;

    [Theory]
    [InlineData("snapshot.json")]
    [InlineData("snapshot.json.gz")]
    public void A_snapshot_gives_the_findings_of_the_live_account_and_connects_to_nothing(string name)
    {
        var path = PathOf(name);
        var live = Succeed("Test-CisControl").Findings;
        var file = Assert.IsType<FileInfo>(Assert.Single(Succeed("Export-CisSnapshot $args[0]", path).Output).BaseObject);
        Assert.Equal(path, file.FullName);
        Assert.Equal(EvidenceKind.All, Gateway.Collections.Last().Kinds);
        Assert.Equal(2, Gateway.DisposedSessions);

        var again = Succeed("Test-CisControl -SnapshotPath $args[0]", path).Findings;
        Assert.Equal(2, Gateway.Connections.Count);
        Assert.True(live.Count > 43, "Every control must be there, 4.1 with several findings.");
        Assert.Equal(live.Select(Text), again.Select(Text));
    }

    [Fact]
    public void WhatIf_writes_nothing_and_asks_nobody()
    {
        Assert.Empty(Succeed("Export-CisSnapshot $args[0] -WhatIf", PathOf("x.json")).Output);

        Assert.Empty(Directory.GetFiles(_folder));
        Assert.Empty(Gateway.Connections);
    }

    [Fact]
    public void Accounts_of_a_snapshot_come_in_order_within_each_control()
    {
        var path = PathOf("accounts.json");
        var evidence = SampleAccount.Evidence;
        var content = SnapshotContent.Of(evidence with { AccountId = "999999999999" }, evidence);
        File.WriteAllText(path, JsonSerializer.Serialize(content, SnapshotFormat.Compact));
        var run = Succeed("Test-CisControl '1.5', '1.9' -SnapshotPath $args[0]", path);
        Assert.Equal(
            ["1.5 111122223333", "1.5 999999999999", "1.9 111122223333", "1.9 999999999999"],
            run.Findings.Select(finding => $"{finding.ControlId} {finding.AccountId}"));
    }

    [Fact]
    public void Gaps_are_told_of_when_a_snapshot_is_written()
    {
        Gateway.Deny(EvidenceKind.PasswordPolicy, SampleAccount.Denied("iam:GetAccountPasswordPolicy"));
        var path = PathOf("gaps.json");
        Assert.Equal(ErrorId.EvidenceMissing, IdOf(Assert.Single(Succeed("Export-CisSnapshot $args[0]", path).Errors)));

        var again = Succeed("Test-CisControl '1.5' -SnapshotPath $args[0]", path);
        Assert.Empty(again.Errors);
        Assert.Equal(("NotAvailable", ReasonCode.AccessDenied), (Assert.Single(again.Findings).Status, again.Findings[0].ReasonCode));
    }

    [Fact]
    public async Task A_file_that_exists_is_kept_and_nothing_is_sent()
    {
        var path = PathOf("mine.json");
        await File.WriteAllTextAsync(path, "mine", TestEnd);
        var error = await FailAsync("Export-CisSnapshot $args[0]", path);
        Assert.Equal((ErrorId.SnapshotNotWritten, ErrorCategory.WriteError, (object)path), (IdOf(error), error.CategoryInfo.Category, error.TargetObject));
        Assert.Empty(Gateway.Connections);
        Assert.Equal("mine", await File.ReadAllTextAsync(path, TestEnd));

        Succeed("Export-CisSnapshot $args[0] -Force", path);
        Assert.Single(Succeed("Test-CisControl '1.5' -SnapshotPath $args[0]", path).Findings);
        Assert.Equal([path], Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task A_refused_connection_leaves_no_file()
    {
        Gateway.Refusal = new PostureException(ErrorId.CredentialsInvalid, "No way in.");
        Assert.Equal(ErrorId.CredentialsInvalid, IdOf(await FailAsync("Export-CisSnapshot $args[0]", PathOf("none.json"))));
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Theory]
    [InlineData(null, ErrorId.SnapshotNotFound, ErrorCategory.ObjectNotFound)]
    [InlineData("", ErrorId.SnapshotTruncated, ErrorCategory.InvalidData)]
    [InlineData("""{"schema":"cisposture-snapshot","version":1,"accounts":[""", ErrorId.SnapshotTruncated, ErrorCategory.InvalidData)]
    [InlineData("this is text", ErrorId.SnapshotNotJson, ErrorCategory.InvalidData)]
    [InlineData("""{"schema":"cisposture-snapshot","version":99,"accounts":[]}""", ErrorId.SnapshotVersionUnknown, ErrorCategory.InvalidData)]
    [InlineData("{}", ErrorId.SnapshotInvalid, ErrorCategory.InvalidData)]
    public async Task A_file_that_is_no_good_snapshot_is_named_in_one_error(string? content, string errorId, ErrorCategory category)
    {
        var path = PathOf("bad.json");
        if (content is not null)
        {
            await File.WriteAllTextAsync(path, content, TestEnd);
        }

        var error = await FailAsync("Test-CisControl -SnapshotPath $args[0]", path);
        Assert.Equal((errorId, category, (object)path), (IdOf(error), error.CategoryInfo.Category, error.TargetObject));
        Assert.Contains(path, error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(Gateway.Connections);
    }

    [Fact]
    public async Task A_snapshot_and_a_live_account_do_not_go_together()
    {
        var error = await FailAsync("Test-CisControl -SnapshotPath x.json -Region eu-west-1");
        Assert.Equal("AmbiguousParameterSet", IdOf(error));
        Assert.Empty(Gateway.Connections);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private static string Text(CisFinding finding) => JsonSerializer.Serialize(finding);

    private string PathOf(string name) => Path.Combine(_folder, name);
}
