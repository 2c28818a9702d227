using System.Text;
using CisPosture.Repairs;

namespace CisPosture.Core.Tests.Repairs;

public sealed class JournalTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cisposture-journals-");
    private DateTimeOffset _now = Start;

    private JournalFolder Folder => JournalFolder.Of(Path.Combine(_folder.FullName, "made when needed"));

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_run_reads_back_as_it_was_written()
    {
        var step = Step("Rotation", before: RepairState.Of(("Enabled", false)), after: RepairState.Of(("Enabled", true))) with { NotUndoable = "Because." };
        using (var journal = Journal())
        {
            Assert.Equal(1, journal.WriteIntent(new JournalIntent(3, step) { BuiltOn = [2, 1], Controls = ["2.8"], Findings = ["f"], UndoOf = new JournalReference("earlier", 7) }));
            _now = Start.AddSeconds(1);
            journal.WriteOutcome(1, StepOutcome.Failed, "No.");
            journal.Complete();
        }

        var run = Assert.Single(Read());
        Assert.Equal(("Repair-CisKeyRotation", "111122223333", "arn:aws:iam::111122223333:user/ops"), (run.Command, run.AccountId, run.CallerArn));
        Assert.Equal((Start, Start.AddSeconds(1)), (run.StartedAt, run.EndedAt));
        Assert.False(run.IsIncomplete);
        var read = Assert.Single(run.Steps);
        Assert.Equal((1, 3, StepOutcome.Failed, "No."), (read.Number, read.Plan, read.Outcome, read.Message));
        Assert.Equal(step, read.Step);
        Assert.Equal([1, 2], read.BuiltOn);
        Assert.Equal(["2.8"], read.Controls);
        Assert.Equal(["f"], read.Findings);
        Assert.Equal(new JournalReference("earlier", 7), read.UndoOf);
    }

    [Fact]
    public void A_run_that_makes_no_call_leaves_no_file()
    {
        using (var journal = Journal())
        {
            journal.Complete();
            Assert.Null(journal.Id);
        }

        Assert.False(Directory.Exists(Folder.Path));
    }

    [Fact]
    public void An_intent_is_on_the_disk_before_the_call_and_without_an_outcome_it_is_interrupted()
    {
        using var journal = Journal();
        journal.WriteIntent(new JournalIntent(1, Step("Rotation")));

        var run = Assert.Single(Read());
        Assert.Equal(StepOutcome.Interrupted, Assert.Single(run.Steps).Outcome);
        Assert.True(run.IsRunning);
        Assert.False(run.IsIncomplete, "A run that goes on is not one that was cut off.");
    }

    [Fact]
    public void A_run_is_incomplete_wherever_it_was_cut_off_and_tells_of_every_whole_line()
    {
        WriteRunOfTwoSteps();
        var path = Assert.Single(Directory.GetFiles(Folder.Path));
        var whole = File.ReadAllBytes(path);
        for (var length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(path, whole.AsSpan(0, length).ToArray());
            var lines = Encoding.UTF8.GetString(whole, 0, length).Count(character => character == '\n');
            var runs = Read();
            if (lines <= 1)
            {
                // Nothing was about to be done yet.
                Assert.Empty(runs);
                continue;
            }

            var run = Assert.Single(runs);
            Assert.True(run.IsIncomplete, $"Cut off after {length} bytes, {lines} lines.");
            Assert.Equal(lines switch { 2 => [StepOutcome.Interrupted], 3 => [StepOutcome.Done], 4 => [StepOutcome.Done, StepOutcome.Interrupted], _ => [StepOutcome.Done, StepOutcome.Done] }, run.Steps.Select(step => step.Outcome));
        }
    }

    [Theory]
    [InlineData("no JSON", "line of a journal")]
    [InlineData("""{"type":"other","time":"2026-03-01T12:00:00Z"}""", "no kind of line")]
    [InlineData("""{"type":"outcome","time":"2026-03-01T12:00:00Z","step":9,"result":"Done"}""", "step 9")]
    [InlineData("""{"type":"intent","time":"2026-03-01T12:00:00Z","step":9}""", "lacks")]
    [InlineData("""{"type":"intent","time":"2026-03-01T12:00:00Z","step":3,"plan":1,"kind":"K","region":"r","resourceId":"x","operation":"o","before":{"a":1,"a":2}}""", "twice")]
    public void A_damaged_line_is_named_and_other_runs_are_still_read(string line, string problem)
    {
        WriteRunOfTwoSteps();
        var path = Assert.Single(Directory.GetFiles(Folder.Path));
        var lines = File.ReadAllLines(path).ToList();
        lines.Insert(2, line);
        File.WriteAllText(path, string.Join('\n', lines) + '\n');
        _now = Start.AddDays(1);
        WriteRunOfTwoSteps();

        var damages = new List<PostureException>();
        Assert.Single(JournalReader.ReadAll(Folder, damages.Add));

        var damage = Assert.Single(damages);
        Assert.Equal((ErrorId.JournalInvalid, path), (damage.ErrorId, damage.Target));
        Assert.Contains("Line 3 ", damage.Message, StringComparison.Ordinal);
        Assert.Contains(problem, damage.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_journal_of_a_later_version_is_refused()
    {
        WriteRunOfTwoSteps();
        var path = Assert.Single(Directory.GetFiles(Folder.Path));
        File.WriteAllText(path, File.ReadAllText(path).Replace("\"schema\":1", "\"schema\":2", StringComparison.Ordinal));

        var damages = new List<PostureException>();
        Assert.Empty(JournalReader.ReadAll(Folder, damages.Add));
        Assert.Contains("later version", Assert.Single(damages).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_runs_at_once_each_have_a_whole_file_of_their_own()
    {
        const int runs = 16;
        await Task.WhenAll(Enumerable.Range(0, runs).Select(_ => Task.Run(WriteRunOfTwoSteps, TestContext.Current.CancellationToken)));

        var read = Read();
        Assert.Equal(runs, read.Select(run => run.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.All(read, run => Assert.Equal((2, false), (run.Steps.Count, run.IsIncomplete)));
    }

    [Fact]
    public void Runs_come_the_latest_first()
    {
        // Also within one second, which ids do not tell apart.
        int[] order = [5, 1, 3, 8, 2, 9, 4];
        foreach (var milliseconds in order)
        {
            _now = Start.AddMilliseconds(milliseconds);
            WriteRunOfTwoSteps();
        }

        Assert.Equal(order.OrderDescending().Select(milliseconds => Start.AddMilliseconds(milliseconds)), Read().Select(run => run.StartedAt));
    }

    [Fact]
    public void A_step_that_a_later_run_took_back_or_found_out_of_effect_is_undone()
    {
        WriteRunOfTwoSteps();
        var first = Assert.Single(Read());
        _now = Start.AddHours(1);
        using (var undo = Journal())
        {
            var number = undo.WriteIntent(new JournalIntent(1, Step("Rotation")) { UndoOf = new JournalReference(first.Id, 2) });
            undo.WriteOutcome(number, StepOutcome.Done);
            undo.WriteSettled(new JournalReference(first.Id, 1));
            undo.Complete();
        }

        Assert.All(Read().Single(run => run.Id == first.Id).Steps, step => Assert.Equal(StepOutcome.Undone, step.Outcome));
    }

    [Fact]
    public void Undoing_that_failed_leaves_the_step_done()
    {
        WriteRunOfTwoSteps();
        var first = Assert.Single(Read());
        using (var undo = Journal())
        {
            var number = undo.WriteIntent(new JournalIntent(1, Step("Rotation")) { UndoOf = new JournalReference(first.Id, 2) });
            undo.WriteOutcome(number, StepOutcome.Failed);
            undo.Complete();
        }

        Assert.All(Read().Single(run => run.Id == first.Id).Steps, step => Assert.Equal(StepOutcome.Done, step.Outcome));
    }

    [Fact]
    public void A_folder_that_cannot_be_made_stops_the_call()
    {
        var file = Path.Combine(_folder.FullName, "a file");
        File.WriteAllText(file, string.Empty);
        using var journal = new RepairJournal(JournalFolder.Of(Path.Combine(file, "below")), "Repair-CisKeyRotation", () => _now);

        var failure = Assert.Throws<PostureException>(() => journal.WriteIntent(new JournalIntent(1, Step("Rotation"))));
        Assert.Equal(ErrorId.JournalNotWritten, failure.ErrorId);
        Assert.Contains("-JournalPath", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_the_user_names_must_be_there_to_be_read()
    {
        var failure = Assert.Throws<PostureException>(() => JournalReader.ReadAll(Folder, _ => { }));
        Assert.Equal(ErrorId.JournalNotFound, failure.ErrorId);
    }

    private void WriteRunOfTwoSteps()
    {
        using var journal = Journal();
        for (var step = 1; step <= 2; step++)
        {
            journal.WriteOutcome(journal.WriteIntent(new JournalIntent(step, Step($"Kind{step}"))), StepOutcome.Done);
        }

        journal.Complete();
    }

    private RepairJournal Journal() => new(Folder, "Repair-CisKeyRotation", () => _now) { Subject = ("111122223333", "arn:aws:iam::111122223333:user/ops") };

    private IReadOnlyList<JournaledRun> Read() => JournalReader.ReadAll(Folder, damage => Assert.Fail(damage.Message));

    private static RepairStep Step(string kind, RepairState? before = null, RepairState? after = null) => new()
    {
        Target = new RepairTarget(kind, "eu-west-1", "arn:aws:kms:eu-west-1:111122223333:key/1", RepairState.Of(("Name", "ä\n\"x\""))),
        Description = "Rotate",
        Call = new RepairCall("kms:EnableKeyRotation", RepairState.Of(("KeyId", "1"))),
        Before = before,
        After = after,
    };
}
