using CisPosture.Repairs;

namespace CisPosture.Tests.Repairs;

/// <summary>Get-CisRepair and Undo-CisRepair.</summary>
public sealed class RepairJournalCommandTests
{
    private const string Policy = "Test-CisControl @Live -Id '1.9' | Repair-CisPasswordPolicy @Live @Journals -Force";
    private const string Keys = "Test-CisControl @Live -Id '2.8' | Where-Object Status -eq Failed | Repair-CisKeyRotation @Live @Journals -Force";

    [Fact]
    public async Task Runs_are_found_by_id_control_account_and_time()
    {
        await using var session = await RepairSession.StartAsync();
        var id = Assert.Single(session.Succeed(Policy).Findings).Repair!.JournalId!;
        session.Succeed(Keys);

        Assert.Equal(2, session.Succeed("Get-CisRepair @Journals").Output.Count);
        Assert.Equal([id], Ids(session, "-Id $args[0]", id));
        Assert.Equal([id], Ids(session, "-Id ($args[0].Substring(0, 20) + '*')", id));
        Assert.Equal([id], Ids(session, "-ControlId 1.9"));
        Assert.Equal([id], Ids(session, "-ControlId 1.*"));
        Assert.Equal(2, Ids(session, "-AccountId 111122223333").Count);
        Assert.Empty(Ids(session, "-AccountId 444455556666"));
        Assert.Empty(Ids(session, "-Since ([DateTimeOffset]::UtcNow.AddHours(1))"));
        Assert.Equal(2, Ids(session, "-Since ([DateTimeOffset]::UtcNow.AddHours(-1))").Count);
        Assert.Empty(Ids(session, "-Incomplete"));
        Assert.Equal([id], Ids(session, "| Where-Object Command -eq Repair-CisPasswordPolicy"));
    }

    [Fact]
    public async Task A_mended_finding_leads_to_its_run()
    {
        await using var session = await RepairSession.StartAsync();
        var found = session.Succeed($"({Policy}).Repair | Get-CisRepair @Journals");
        Assert.Equal("Repair-CisPasswordPolicy", Assert.IsType<CisRepair>(Assert.Single(found.Output).BaseObject).Command);
    }

    [Fact]
    public async Task A_run_that_no_journal_tells_of_is_an_error_of_its_own()
    {
        await using var session = await RepairSession.StartAsync();
        foreach (var command in new[] { "Get-CisRepair @Journals -Id nobody", "Undo-CisRepair @Live @Journals -Id nobody -Force" })
        {
            var error = Assert.Single(session.Run(command).Errors);
            Assert.StartsWith(ErrorId.RepairRunNotFound, error.FullyQualifiedErrorId, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Undo_with_WhatIf_shows_the_way_back_and_sends_nothing()
    {
        await using var session = await RepairSession.StartAsync();
        session.Succeed(Policy);
        session.Sandbox.Requests.Reset();

        session.Succeed("Get-CisRepair @Journals | Undo-CisRepair @Live -WhatIf -Force");

        Assert.Equal(0, session.Sandbox.Requests.Writes);
        Assert.Single(Directory.GetFiles(session.JournalPath));
    }

    [Fact]
    public async Task What_was_changed_since_is_refused_and_the_rest_undone()
    {
        await using var session = await RepairSession.StartAsync();
        session.Succeed(Policy);
        session.Succeed(Keys);
        session.Sandbox.Account.Change(account => account.Iam.PasswordPolicy = new CisPosture.Sandbox.State.Iam.PasswordPolicy { MinimumPasswordLength = 40 });

        var undo = session.Run("Get-CisRepair @Journals | Undo-CisRepair @Live -Force");

        var error = Assert.Single(undo.Errors);
        Assert.StartsWith(ErrorId.UndoRefused, error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("MinimumPasswordLength 14 → 40", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(
            [("Repair-CisKeyRotation", "Undone"), ("Repair-CisPasswordPolicy", "Complete")],
            undo.Output.Select(run => (CisRepair)run.BaseObject).Select(run => (run.Command, run.Status)).Order());
    }

    [Fact]
    public async Task A_run_that_still_goes_on_is_not_undone()
    {
        await using var session = await RepairSession.StartAsync();
        session.Succeed(Policy);
        using var journal = new RepairJournal(JournalFolder.Of(session.JournalPath), "Repair-CisKeyRotation", () => DateTimeOffset.UtcNow.AddHours(1)) { Subject = ("111122223333", "arn") };
        journal.WriteIntent(new JournalIntent(1, new RepairStep
        {
            Target = new RepairTarget("KeyRotation", "us-east-1", "arn:aws:kms:us-east-1:111122223333:key/1"),
            Description = "Rotate",
            Call = new RepairCall("kms:EnableKeyRotation", RepairState.Empty),
            Before = null,
            After = null,
        }));

        var undo = session.Run("Get-CisRepair @Journals -ControlId 2.8, 1.9 | Undo-CisRepair @Live -Force; Undo-CisRepair @Live @Journals -Id $args[0] -Force", journal.Id!);

        Assert.StartsWith(ErrorId.UndoRefused, Assert.Single(undo.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("Undone", ((CisRepair)Assert.Single(undo.Output).BaseObject).Status);
        Assert.Equal("Running", ((CisRepair)session.Succeed("Get-CisRepair @Journals").Output[0].BaseObject).Status);
    }

    [Fact]
    public async Task Undoing_an_earlier_run_than_the_last_is_warned_of()
    {
        await using var session = await RepairSession.StartAsync();
        var id = Assert.Single(session.Succeed(Policy).Findings).Repair!.JournalId!;
        var later = Assert.Single(session.Succeed("Test-CisControl @Live -Id '1.10' | Repair-CisPasswordPolicy @Live @Journals -Force").Findings).Repair!.JournalId!;

        var undo = session.Run("$null = Undo-CisRepair @Live @Journals -Id $args[0] -Force -WarningVariable warned; $warned", id);
        Assert.Contains(later, Assert.Single(undo.Output).ToString(), StringComparison.Ordinal);

        Assert.Empty(session.Run("$null = Undo-CisRepair @Live @Journals -Id $args[0] -Force -WarningVariable warned; $warned", later).Output);
    }

    [Fact]
    public async Task A_damaged_journal_is_told_of_and_hides_no_other()
    {
        await using var session = await RepairSession.StartAsync();
        session.Succeed(Policy);
        await File.WriteAllTextAsync(Path.Combine(session.JournalPath, "20200101T000000Z-00000000.jsonl"), "nonsense\n", TestContext.Current.CancellationToken);

        var listing = session.Run("Get-CisRepair @Journals");

        Assert.StartsWith(ErrorId.JournalInvalid, Assert.Single(listing.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Single(listing.Output);
    }

    [Fact]
    public async Task Where_the_journal_cannot_be_written_nothing_is_changed()
    {
        await using var session = await RepairSession.StartAsync();
        var file = Path.Combine(session.JournalPath, "file");
        await File.WriteAllTextAsync(file, string.Empty, TestContext.Current.CancellationToken);

        var repair = session.Run("Test-CisControl @Live -Id '1.9' | Repair-CisPasswordPolicy @Live -JournalPath $args[0] -Force", Path.Combine(file, "below"));

        var error = repair.Failure ?? Assert.Single(repair.Errors);
        Assert.StartsWith(ErrorId.JournalNotWritten, error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(0, session.Sandbox.Requests.Writes);
    }

    private static List<string> Ids(RepairSession session, string filter, params object[] arguments) =>
        [.. session.Succeed($"Get-CisRepair @Journals {filter}", arguments).Output.Select(run => ((CisRepair)run.BaseObject).Id)];
}
