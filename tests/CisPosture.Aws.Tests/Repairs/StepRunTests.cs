using Amazon.IdentityManagement.Model;
using CisPosture.Aws.Calls;
using CisPosture.Aws.Repairs;
using CisPosture.Aws.Repairs.Facts;
using CisPosture.Aws.Repairs.Settings;
using CisPosture.Aws.Tests.Support;
using CisPosture.Repairs;

namespace CisPosture.Aws.Tests.Repairs;

/// <summary>How a step waits, with a script in the place of AWS.</summary>
public sealed class StepRunTests : IDisposable
{
    private static readonly RepairState Before = RepairState.Of(("MinimumPasswordLength", 8));
    private static readonly RepairState After = RepairState.Of(("MinimumPasswordLength", 14));

    private readonly ScriptedAccount _account = new();
    private readonly DirectoryInfo _journals = Directory.CreateTempSubdirectory("cisposture-journals-");
    private readonly RepairJournal _journal;

    public StepRunTests() => _journal = new RepairJournal(JournalFolder.Of(_journals.FullName), "Repair-CisPasswordPolicy", () => TestSurroundings.Now) { Subject = (ScriptedAccount.Id, "arn") };

    public void Dispose()
    {
        _journal.Dispose();
        _account.Dispose();
        _journals.Delete(recursive: true);
    }

    [Fact]
    public async Task A_change_that_takes_a_while_to_show_is_waited_for()
    {
        Answer(Policy(8), Policy(8), Policy(8), Policy(14));
        _account.Aws.On("iam:UpdateAccountPasswordPolicy", Answers.Query("UpdateAccountPasswordPolicy"));

        Assert.Equal(StepOutcome.Done, (await TakeAsync(new PasswordPolicySetting())).Outcome);

        Assert.Equal([TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)], _account.Surroundings.Waits);
        Assert.Equal(1, _account.Aws.CountOf("iam:UpdateAccountPasswordPolicy"));
    }

    [Fact]
    public async Task A_change_that_never_shows_fails_after_a_bounded_wait()
    {
        Answer(Policy(8));
        _account.Aws.On("iam:UpdateAccountPasswordPolicy", Answers.Query("UpdateAccountPasswordPolicy"));

        var result = await TakeAsync(new PasswordPolicySetting());

        Assert.Equal(StepOutcome.Failed, result.Outcome);
        Assert.StartsWith(RepairReasonCode.NotInEffect, result.Message, StringComparison.Ordinal);
        Assert.InRange(_account.Surroundings.Waits.Sum(wait => wait.TotalSeconds), 30, 120);
    }

    [Fact]
    public async Task A_refusal_that_passes_by_itself_is_met_with_patience()
    {
        Answer(Policy(8), Policy(14));
        _account.Aws.On("iam:UpdateAccountPasswordPolicy", Answers.Refusal("NotYet", 400), Answers.Refusal("NotYet", 400), (200, Answers.Query("UpdateAccountPasswordPolicy")));

        Assert.Equal(StepOutcome.Done, (await TakeAsync(new PatientSetting())).Outcome);

        Assert.Equal(3, _account.Aws.CountOf("iam:UpdateAccountPasswordPolicy"));
        Assert.Equal(2, _account.Surroundings.Waits.Count);
    }

    [Fact]
    public async Task A_refusal_that_does_not_pass_ends_the_patience_and_any_other_is_final_at_once()
    {
        Answer(Policy(8));
        _account.Aws.On("iam:UpdateAccountPasswordPolicy", Answers.Refusal("NotYet", 400));
        Assert.Equal(StepOutcome.Failed, (await TakeAsync(new PatientSetting())).Outcome);
        Assert.InRange(_account.Aws.CountOf("iam:UpdateAccountPasswordPolicy"), 5, 12);

        var count = _account.Aws.CountOf("iam:UpdateAccountPasswordPolicy");
        _account.Aws.On("iam:UpdateAccountPasswordPolicy", Answers.Refusal("MalformedPolicyDocument", 400));
        Assert.Equal(StepOutcome.Failed, (await TakeAsync(new PatientSetting())).Outcome);
        Assert.Equal(count + 1, _account.Aws.CountOf("iam:UpdateAccountPasswordPolicy"));
    }

    [Fact]
    public async Task A_state_that_is_as_wanted_already_needs_no_call_and_no_line_in_the_journal()
    {
        Answer(Policy(14));

        Assert.Equal(StepOutcome.AlreadyDone, (await TakeAsync(new PasswordPolicySetting())).Outcome);
        Assert.Empty(_journals.GetFiles());
    }

    [Fact]
    public async Task A_step_is_left_alone_where_what_it_stands_on_cannot_be_read()
    {
        Answer(Policy(8));
        _account.Aws.On("iam:GetAccessKeyLastUsed", Answers.Refusal("AccessDenied"));
        var context = _account.Session.RepairContext(TestContext.Current.CancellationToken);
        var setting = new PasswordPolicySetting();
        var step = setting.Step(context.Place, PasswordPolicySetting.Target(context.Place), new SettingReading(Before), After, "Tighten") with
        {
            Premises = [AccessKeyUseFact.Premise(context.Place, "arn:aws:iam::111122223333:user/ann", "AKIAANN", lastUsed: null)],
        };

        var result = await new StepRun(context, _journal).TakeAsync(new JournalIntent(1, step), setting);

        Assert.Equal(StepOutcome.LeftAlone, result.Outcome);
        Assert.Contains("could not be read", result.Message, StringComparison.Ordinal);
        Assert.Equal(0, _account.Aws.CountOf("iam:UpdateAccountPasswordPolicy"));
        Assert.Empty(_journals.GetFiles());
    }

    [Fact]
    public async Task An_effect_that_cannot_be_read_is_not_called_done()
    {
        Answer(Policy(8), Answers.Refusal("AccessDenied"));
        _account.Aws.On("iam:UpdateAccountPasswordPolicy", Answers.Query("UpdateAccountPasswordPolicy"));

        var result = await TakeAsync(new PasswordPolicySetting());

        Assert.Equal(StepOutcome.Failed, result.Outcome);
        Assert.Contains("AWS accepted the call", result.Message, StringComparison.Ordinal);
    }

    private Task<StepResult> TakeAsync(Setting setting)
    {
        var context = _account.Session.RepairContext(TestContext.Current.CancellationToken);
        var step = setting.Step(context.Place, PasswordPolicySetting.Target(context.Place), new SettingReading(Before), After, "Tighten");
        return new StepRun(context, _journal).TakeAsync(new JournalIntent(1, step), setting);
    }

    private void Answer(params (int Status, string Body)[] answers) => _account.Aws.On("iam:GetAccountPasswordPolicy", answers);

    private static (int Status, string Body) Policy(int length) =>
        (200, Answers.Query("GetAccountPasswordPolicy", $"<PasswordPolicy><MinimumPasswordLength>{length}</MinimumPasswordLength></PasswordPolicy>"));

    private sealed class PatientSetting : Setting
    {
        private readonly PasswordPolicySetting _inner = new();

        public override string Kind => _inner.Kind;

        public override Task<SettingReading> ReadAsync(RepairContext context, RepairTarget target) => _inner.ReadAsync(context, target);

        public override SettingChange Change(RepairPlace place, RepairTarget target, SettingReading from, RepairState? to) => SettingChange.Of(
            RepairOperations.UpdateAccountPasswordPolicy,
            new UpdateAccountPasswordPolicyRequest { MinimumPasswordLength = 14 },
            (clients, request, cancellation) => clients.IdentityManagement(target.Region).UpdateAccountPasswordPolicyAsync(request, cancellation)) with
        {
            PropagationErrors = ["NotYet"],
        };
    }
}
