using CisPosture.Accounts;
using CisPosture.Aws.Repairs.Planners;
using CisPosture.Repairs;

namespace CisPosture.Aws.Tests.Repairs;

public sealed class CredentialRepairTests
{
    private const string Arn = "arn:aws:iam::111122223333:user/service/ci";
    private const string CallerKey = "AKIACALLER";

    private static readonly CredentialOptions Options = new();

    [Fact]
    public void A_key_that_was_used_five_minutes_ago_is_told_of_and_left_alone_even_when_forced()
    {
        var key = Key("AKIAOLD", ageDays: 400, TimeSpan.FromMinutes(5));

        foreach (var options in new[] { Options, Options with { Force = true } })
        {
            var plan = Plan("1.4", User(keys: key), options);
            Assert.Equal(RepairReasonCode.InUse, plan.Skip?.ReasonCode);
            Assert.Contains("AKIAOLD", plan.Skip?.Reason, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_key_in_use_is_turned_off_only_where_the_user_says_so_and_is_asked_about()
    {
        var plan = Plan("1.4", User(keys: Key("AKIAOLD", ageDays: 400, TimeSpan.FromMinutes(5))), Options with { IncludeKeyInUse = true });

        Assert.Equal("iam:UpdateAccessKey", Assert.Single(plan.Steps).Call.Operation);
        Assert.Contains("AKIAOLD", plan.Question, StringComparison.Ordinal);
    }

    [Fact]
    public void An_old_key_that_nothing_uses_is_turned_off_and_can_be_turned_on_again()
    {
        var plan = Plan("1.4", User(keys: Key("AKIAOLD", ageDays: 400)), Options);

        var step = Assert.Single(plan.Steps);
        Assert.Equal(("ci", "AKIAOLD", "Inactive"), (step.Call.Parameters.Text("UserName"), step.Call.Parameters.Text("AccessKeyId"), step.Call.Parameters.Text("Status")));
        Assert.Equal("Active", step.Inverse?.Parameters.Text("Status"));
        Assert.Null(plan.Question);
    }

    [Theory]
    [InlineData(90, null)]
    [InlineData(89, RepairReasonCode.InUse)]
    public void An_old_key_is_idle_after_as_many_days_as_the_control_of_unused_credentials_allows(int idleDays, string? reasonCode) =>
        Assert.Equal(reasonCode, Plan("1.4", User(keys: Key("AKIAOLD", ageDays: 400, TimeSpan.FromDays(idleDays))), Options).Skip?.ReasonCode);

    [Fact]
    public void The_user_may_say_what_idle_means() =>
        Assert.Single(Plan("1.4", User(keys: Key("AKIAOLD", ageDays: 400, TimeSpan.FromDays(8))), Options with { IdleDays = 7 }).Steps);

    [Theory]
    [InlineData(90, 0)]
    [InlineData(91, 1)]
    public void A_key_may_be_as_old_as_the_control_allows(int ageDays, int steps) => Assert.Equal(steps, Plan("1.4", User(keys: Key("AKIAOLD", ageDays)), Options).Steps.Count);

    [Theory]
    [InlineData(89, 0)]
    [InlineData(90, 1)]
    public void A_key_is_unused_from_the_ninetieth_day_on(int idleDays, int steps) =>
        Assert.Equal(steps, Plan("1.3", User(keys: Key("AKIAIDLE", ageDays: 400, TimeSpan.FromDays(idleDays))), Options).Steps.Count);

    [Fact]
    public void Keys_that_are_off_already_are_no_concern() =>
        Assert.True(Plan("1.3", User(keys: Key("AKIAOFF", ageDays: 900) with { IsActive = false }), Options).IsCompliant);

    [Fact]
    public void A_user_of_whom_only_a_part_can_be_mended_is_told_what_stays()
    {
        var plan = Plan("1.4", User(keys: [Key("AKIAIDLE", ageDays: 900), Key("AKIABUSY", ageDays: 400, TimeSpan.FromHours(2))]), Options);

        Assert.Contains("AKIAIDLE", Assert.Single(plan.Steps).Description, StringComparison.Ordinal);
        Assert.Contains("AKIABUSY", plan.Remainder, StringComparison.Ordinal);
    }

    [Fact]
    public void A_password_that_nobody_uses_is_a_choice()
    {
        var skip = Plan("1.3", User(passwordIdleDays: 200), Options).Skip;

        Assert.Equal((RepairReasonCode.ChoiceNeeded, "Repair-CisCredential -IncludePassword"), (skip?.ReasonCode, skip?.Command));
    }

    [Fact]
    public void Keys_go_off_while_the_password_waits_for_the_choice()
    {
        var plan = Plan("1.3", User(passwordIdleDays: 200, Key("AKIAIDLE", ageDays: 900)), Options);

        Assert.Equal("iam:UpdateAccessKey", Assert.Single(plan.Steps).Call.Operation);
        Assert.Contains("-IncludePassword", plan.Remainder, StringComparison.Ordinal);
    }

    [Fact]
    public void Deleting_a_password_says_beforehand_that_it_cannot_be_undone()
    {
        var step = Assert.Single(Plan("1.3", User(passwordIdleDays: 200), Options with { IncludePassword = true }).Steps);

        Assert.Equal("iam:DeleteLoginProfile", step.Call.Operation);
        Assert.NotNull(step.NotUndoable);
        Assert.Null(step.Inverse);
    }

    [Fact]
    public void A_password_in_use_stays_whatever_is_said() => Assert.True(Plan("1.3", User(passwordIdleDays: 3), Options with { IncludePassword = true, Force = true }).IsCompliant);

    [Fact]
    public void A_password_is_never_touched_for_old_keys() =>
        Assert.Equal("iam:UpdateAccessKey", Assert.Single(Plan("1.4", User(passwordIdleDays: 200, Key("AKIAIDLE", ageDays: 900)), Options with { IncludePassword = true }).Steps).Call.Operation);

    [Theory]
    [InlineData("1.3")]
    [InlineData("1.4")]
    public void The_key_that_signs_this_run_is_never_turned_off(string control)
    {
        var plan = Plan(control, User(keys: Key(CallerKey, ageDays: 900)), Options with { Force = true, IncludeKeyInUse = true });

        Assert.Equal(RepairReasonCode.InUse, plan.Skip?.ReasonCode);
    }

    [Fact]
    public void Of_a_caller_with_a_sessions_keys_no_key_is_turned_off_since_any_may_be_the_one_behind_the_session()
    {
        var place = RepairSamples.Place with { CallerArn = Arn };

        Assert.Equal(RepairReasonCode.InUse, Plan("1.3", User(keys: Key("AKIAIDLE", ageDays: 900)), Options, place, callerKey: "ASIASESSION").Skip?.ReasonCode);
        Assert.Single(Plan("1.3", User(keys: [Key("AKIAIDLE", ageDays: 900), Key(CallerKey, ageDays: 3)]), Options, place).Steps);
    }

    [Fact]
    public void The_callers_own_password_stays() =>
        Assert.Equal(
            RepairReasonCode.InUse,
            Plan("1.3", User(passwordIdleDays: 200), Options with { IncludePassword = true, Force = true }, RepairSamples.Place with { CallerArn = Arn }).Skip?.ReasonCode);

    [Fact]
    public void Users_for_emergencies_are_left_alone() =>
        Assert.Equal(RepairReasonCode.Excluded, Plan("1.3", User(keys: Key("AKIAIDLE", ageDays: 900)), Options with { IsExcluded = name => name == "ci" }).Skip?.ReasonCode);

    [Fact]
    public void A_stricter_threshold_is_the_one_that_is_reached() =>
        Assert.Single(Plan("1.3", User(keys: Key("AKIAIDLE", ageDays: 60)), Options with { ControlParameters = RepairSamples.Parameters("1.3", "MaxCredentialUsageAge", 45) }).Steps);

    [Theory]
    [InlineData("NoSuchEntity", RepairReasonCode.ResourceGone)]
    [InlineData("AccessDenied", ReasonCode.AccessDenied)]
    public void A_user_that_cannot_be_read_is_skipped_alone(string errorCode, string reasonCode)
    {
        var gap = new EvidenceGap { ReasonCode = ReasonCode.AccessDenied, Operation = "iam:GetUser", Permission = "iam:GetUser", ErrorCode = errorCode };
        var subjects = new[] { RepairSamples.Subject("1.3", Arn), RepairSamples.Subject("1.4", Arn), RepairSamples.Subject("1.3", Arn + "2") };
        var live = new LiveCredentials(
            new Dictionary<string, Evidence<LiveUser>>(StringComparer.Ordinal)
            {
                [Arn] = Evidence.Missing<LiveUser>(gap),
                [Arn + "2"] = Evidence.Of(User(Arn + "2", passwordIdleDays: null, Key("AKIAIDLE", ageDays: 900))),
            },
            CallerKey);

        var plans = new CredentialRepair().Plan(RepairSamples.Place, live, subjects, Options);

        RepairSamples.CoversOnce(subjects, plans);
        Assert.Equal([reasonCode, reasonCode, null], plans.Select(plan => plan.Skip?.ReasonCode));
    }

    private static RepairPlan Plan(string control, LiveUser user, CredentialOptions options, Aws.Repairs.RepairPlace? place = null, string callerKey = CallerKey)
    {
        var live = new LiveCredentials(new Dictionary<string, Evidence<LiveUser>>(StringComparer.Ordinal) { [Arn] = Evidence.Of(user) }, callerKey);
        return Assert.Single(new CredentialRepair().Plan(place ?? RepairSamples.Place, live, [RepairSamples.Subject(control, Arn)], options));
    }

    private static LiveUser User(int? passwordIdleDays = null, params LiveAccessKey[] keys) => User(Arn, passwordIdleDays, keys);

    private static LiveUser User(string arn, int? passwordIdleDays, params LiveAccessKey[] keys)
    {
        var now = RepairSamples.Place.Now;
        return new LiveUser(
            new IamUser { UserName = arn[(arn.LastIndexOf('/') + 1)..], UserId = "AIDA1", Arn = arn, CreateDate = now.AddDays(-1000) },
            new UserCredentials
            {
                HasPassword = passwordIdleDays is not null,
                PasswordCreated = now.AddDays(-1000),
                PasswordLastUsed = passwordIdleDays is { } days ? now.AddDays(-days) : null,
                AccessKeys = keys,
            });
    }

    private static LiveAccessKey Key(string id, int ageDays, TimeSpan? used = null) => new()
    {
        AccessKeyId = id, IsActive = true, CreateDate = RepairSamples.Place.Now.AddDays(-ageDays), LastUsed = RepairSamples.Place.Now - used,
    };
}
