using CisPosture.Repairs;

namespace CisPosture.Core.Tests.Repairs;

public sealed class EarlierRunsTests
{
    private const string Account = "111122223333";

    private static readonly RepairTarget Bucket = new("Bucket", "us-east-1", "arn:aws:s3:::logs");
    private static readonly RepairTarget Block = new("BucketAccessBlock", "us-east-1", "arn:aws:s3:::logs");

    [Theory]
    [InlineData(nameof(StepOutcome.Done))]
    [InlineData(nameof(StepOutcome.Interrupted))]
    public void What_a_run_has_made_without_coming_to_what_belongs_to_it_is_open(string made) =>
        Assert.True(EarlierRuns.Of([Run(Make(made))], Account).LeftOpen(Bucket, Block));

    [Theory]
    [InlineData(nameof(StepOutcome.Failed))]
    [InlineData(nameof(StepOutcome.Undone))]
    [InlineData(nameof(StepOutcome.NotTaken))]
    public void What_no_run_has_made_is_not(string made) =>
        Assert.False(EarlierRuns.Of([Run(Make(made))], Account).LeftOpen(Bucket, Block));

    [Theory]
    [InlineData(nameof(StepOutcome.Done), false)]
    [InlineData(nameof(StepOutcome.Undone), false)]
    [InlineData(nameof(StepOutcome.Failed), true)]
    [InlineData(nameof(StepOutcome.Interrupted), true)]
    public void Once_any_run_has_come_to_it_it_is_the_user_s_to_change(string outcome, bool isOpen) =>
        Assert.Equal(isOpen, EarlierRuns.Of([Run(Make(nameof(StepOutcome.Done))), Run(Step(Block, outcome, before: null))], Account).LeftOpen(Bucket, Block));

    [Fact]
    public void Another_account_s_runs_and_things_that_were_there_before_tell_nothing()
    {
        Assert.False(EarlierRuns.Of([Run(Make(nameof(StepOutcome.Done))) with { AccountId = "444455556666" }], Account).LeftOpen(Bucket, Block));
        Assert.False(EarlierRuns.Of([Run(Step(Bucket, nameof(StepOutcome.Done), before: RepairState.Of(("Name", "logs"))))], Account).LeftOpen(Bucket, Block));
        Assert.False(EarlierRuns.Of([Run(Make(nameof(StepOutcome.Done)) with { UndoOf = new JournalReference("earlier", 1) })], Account).LeftOpen(Bucket, Block));
        Assert.False(EarlierRuns.None.LeftOpen(Bucket, Block));
    }

    private static JournaledStep Make(string outcome) => Step(Bucket, outcome, before: null);

    private static JournaledStep Step(RepairTarget target, string outcome, RepairState? before) => new()
    {
        Number = 1,
        Plan = 1,
        Time = DateTimeOffset.UnixEpoch,
        Outcome = Enum.Parse<StepOutcome>(outcome),
        Step = new RepairStep { Target = target, Description = "Make", Call = new RepairCall("s3:CreateBucket", RepairState.Empty), Before = before, After = RepairState.Empty },
    };

    private static JournaledRun Run(JournaledStep step) => new()
    {
        Id = "run", Folder = "/", Command = "Repair-CisTrailBucket", AccountId = Account, CallerArn = "arn", StartedAt = DateTimeOffset.UnixEpoch, Steps = [step],
    };
}
