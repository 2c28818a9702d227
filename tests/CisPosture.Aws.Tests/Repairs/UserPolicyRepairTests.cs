using CisPosture.Accounts;
using CisPosture.Aws.Repairs;
using CisPosture.Aws.Repairs.Planners;
using CisPosture.Repairs;

namespace CisPosture.Aws.Tests.Repairs;

public sealed class UserPolicyRepairTests
{
    private const string Users = "arn:aws:iam::111122223333:user/";
    private const string Groups = "arn:aws:iam::111122223333:group";
    private const string ReadOnly = "arn:aws:iam::aws:policy/ReadOnlyAccess";
    private const string Power = "arn:aws:iam::aws:policy/PowerUserAccess";

    private static readonly UserPolicyOptions Options = new();
    private static readonly RepairState Document = RepairState.Parse("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}""");

    [Fact]
    public void The_group_is_complete_and_the_user_in_it_before_anything_is_taken_from_the_user()
    {
        var plan = Plan(User("ann", Policies([Power, ReadOnly], ("notes", Document))));

        Assert.Equal(
            [
                "iam:CreateGroup", "iam:AttachGroupPolicy", "iam:AttachGroupPolicy", "iam:PutGroupPolicy", "iam:AddUserToGroup",
                "iam:DetachUserPolicy", "iam:DetachUserPolicy", "iam:DeleteUserPolicy",
            ],
            plan.Steps.Select(step => step.Call.Operation));
        Assert.All(plan.Steps, step => Assert.NotNull(step.Inverse));
        Assert.Equal(Ownership.IamPath, plan.Steps[0].Call.Parameters.Text("Path"));
    }

    [Fact]
    public void Users_with_the_same_policies_share_a_group_and_others_get_another()
    {
        var plans = Plans(Options, [], User("ann", Policies([Power])), User("bea", Policies([Power])), User("cid", Policies([Power, ReadOnly])));

        var groups = plans.Select(plan => plan.Steps[0].Target).ToList();
        Assert.Equal(groups[0], groups[1]);
        Assert.NotEqual(groups[0], groups[2]);
        Assert.Contains("PowerUserAccess", groups[0].ResourceId, StringComparison.Ordinal);
    }

    [Fact]
    public void The_name_of_a_group_does_not_depend_on_the_order_of_the_policies() =>
        Assert.Equal(
            Policies([Power, ReadOnly]).Identity,
            Policies([ReadOnly, Power]).Identity);

    [Fact]
    public void The_name_of_a_group_stays_within_what_IAM_takes() =>
        Assert.InRange(Policies([], (new string('p', 128), Document)).GroupName.Length, 1, 128);

    [Fact]
    public void What_a_run_before_has_made_already_is_used()
    {
        var policies = Policies([Power]);
        var plan = Assert.Single(Plans(Options, [Group(policies.GroupName, Ownership.IamPath, policies)], User("ann", policies, groups: [policies.GroupName])));

        Assert.Equal("iam:DetachUserPolicy", Assert.Single(plan.Steps).Call.Operation);
    }

    [Fact]
    public void A_run_that_was_ended_while_it_took_policies_from_the_user_goes_on_with_the_group_that_it_made()
    {
        var before = Policies([Power, ReadOnly]);
        var user = User("ann", Policies([ReadOnly]), groups: [before.GroupName]);

        var plan = Assert.Single(Plans(Options, [Group(before.GroupName, Ownership.IamPath, before, "ann")], user));

        Assert.Equal("iam:DetachUserPolicy", Assert.Single(plan.Steps).Call.Operation);
    }

    [Fact]
    public void A_named_group_is_gone_on_with_however_far_the_run_before_came_with_each_user()
    {
        var policies = Policies([Power, ReadOnly]);
        var users = new[] { User("ann", Policies([ReadOnly]), groups: ["team"]), User("bea", policies) };

        var plans = Plans(Options with { GroupName = "team" }, [Group("team", "/", policies, "ann")], users);

        Assert.Equal(["iam:DetachUserPolicy"], plans[0].Steps.Select(step => step.Call.Operation));
        Assert.Equal(["iam:AddUserToGroup", "iam:DetachUserPolicy", "iam:DetachUserPolicy"], plans[1].Steps.Select(step => step.Call.Operation));
    }

    [Fact]
    public void A_strangers_group_of_the_name_is_left_alone_unless_it_is_named()
    {
        var policies = Policies([Power]);
        var user = User("ann", policies);
        var group = Group(policies.GroupName, "/", policies);

        Assert.Equal(RepairReasonCode.ForeignResource, Assert.Single(Plans(Options, [group], user)).Skip?.ReasonCode);
        Assert.Equal(
            ["iam:AddUserToGroup", "iam:DetachUserPolicy"],
            Assert.Single(Plans(Options with { GroupName = policies.GroupName }, [group], user)).Steps.Select(step => step.Call.Operation));
    }

    [Fact]
    public void Nobody_gains_rights_by_joining_a_group()
    {
        var plan = Assert.Single(Plans(Options with { GroupName = "admins" }, [Group("admins", "/", Policies([Power, ReadOnly]))], User("ann", Policies([ReadOnly]))));

        Assert.Equal(RepairReasonCode.ChoiceNeeded, plan.Skip?.ReasonCode);
        Assert.Contains("PowerUserAccess", plan.Skip?.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Members_of_a_named_group_gain_no_rights_by_somebody_joining_them()
    {
        var plan = Assert.Single(Plans(Options with { GroupName = "team" }, [Group("team", "/", HeldPolicies.None, "zoe")], User("ann", Policies([Power]))));

        Assert.Equal(RepairReasonCode.ChoiceNeeded, plan.Skip?.ReasonCode);
        Assert.Contains("zoe", plan.Skip?.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_inline_policy_of_the_same_name_that_says_something_else_is_not_replaced()
    {
        var other = RepairState.Parse("""{"Version":"2012-10-17","Statement":[]}""");

        var plan = Assert.Single(Plans(Options with { GroupName = "team" }, [Group("team", "/", Policies([], ("notes", other)))], User("ann", Policies([], ("notes", Document)))));

        Assert.Equal(RepairReasonCode.ChoiceNeeded, plan.Skip?.ReasonCode);
    }

    [Fact]
    public void One_named_group_does_not_join_users_who_hold_different_policies()
    {
        var plans = Plans(Options with { GroupName = "team" }, [], User("ann", Policies([Power])), User("bea", Policies([ReadOnly])));

        Assert.All(plans, plan => Assert.Equal(RepairReasonCode.ChoiceNeeded, plan.Skip?.ReasonCode));
    }

    [Fact]
    public void The_caller_is_moved_only_by_force()
    {
        var user = User("auditor", Policies([Power]));

        Assert.Equal(RepairReasonCode.InUse, Plan(user).Skip?.ReasonCode);
        Assert.NotEmpty(Assert.Single(Plans(Options with { Force = true }, [], user)).Steps);
    }

    [Fact]
    public void Quotas_are_kept_before_anything_is_done()
    {
        var groups = Enumerable.Range(0, 10).Select(number => $"g{number}").ToArray();
        var many = Enumerable.Range(0, 11).Select(number => $"arn:aws:iam::aws:policy/P{number}").ToArray();
        var large = RepairState.Parse($$"""{"Version":"2012-10-17","Statement":[],"Id":"{{new string('x', 5200)}}"}""");

        Assert.All(
            new[] { User("ann", Policies([Power]), groups), User("ann", Policies(many)), User("ann", Policies([], ("large", large))) },
            user => Assert.Equal(RepairReasonCode.QuotaExceeded, Plan(user).Skip?.ReasonCode));
    }

    [Fact]
    public void A_policy_that_names_the_user_is_told_of()
    {
        var document = RepairState.Parse($$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iam:ListAccessKeys","Resource":"{{Users}}ann"}]}""");

        Assert.Contains("own-keys", Assert.Single(Plan(User("ann", Policies([], ("own-keys", document)))).Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_user_without_policies_needs_nothing() => Assert.True(Plan(User("ann", HeldPolicies.None)).IsCompliant);

    [Fact]
    public void A_user_that_is_gone_is_told_of()
    {
        var gap = new EvidenceGap { ReasonCode = ReasonCode.ServiceError, Operation = "iam:ListUserPolicies", Permission = "iam:ListUserPolicies", ErrorCode = "NoSuchEntity" };
        var live = new LiveUserPolicies(
            new Dictionary<string, Evidence<LivePolicyUser>>(StringComparer.Ordinal) { [Users + "ann"] = Evidence.Missing<LivePolicyUser>(gap) },
            new Dictionary<string, Evidence<LivePolicyGroup>>(StringComparer.Ordinal));

        var plan = Assert.Single(new UserPolicyRepair().Plan(RepairSamples.Place, live, [RepairSamples.Subject("1.16", Users + "ann")], Options));

        Assert.Equal(RepairReasonCode.ResourceGone, plan.Skip?.ReasonCode);
    }

    private static RepairPlan Plan(LivePolicyUser user) => Assert.Single(Plans(Options, [], user));

    private static IReadOnlyList<RepairPlan> Plans(UserPolicyOptions options, LivePolicyGroup[] groups, params LivePolicyUser[] users)
    {
        var names = options.GroupName is { } given ? [given] : users.SelectMany(user => user.Groups.Append(user.Policies.GroupName)).Distinct();
        var live = new LiveUserPolicies(
            users.ToDictionary(user => user.Arn, Evidence.Of, StringComparer.Ordinal),
            names.ToDictionary(name => name, name => Evidence.Of(Array.Find(groups, group => group.Name == name) ?? Missing(name)), StringComparer.Ordinal));
        var subjects = users.Select(user => RepairSamples.Subject("1.16", user.Arn)).ToList();
        var plans = new UserPolicyRepair().Plan(RepairSamples.Place, live, subjects, options);
        RepairSamples.CoversOnce(subjects, plans);
        return plans;
    }

    private static LivePolicyUser User(string name, HeldPolicies policies, params string[] groups) => new(Users + name, policies, groups);

    private static LivePolicyGroup Group(string name, string path, HeldPolicies policies, params string[] members) => new($"{Groups}{path}{name}", path, policies, members);

    private static LivePolicyGroup Missing(string name) => new($"{Groups}{Ownership.IamPath}{name}", Path: null, HeldPolicies.None, []);

    private static HeldPolicies Policies(string[] attached, params (string Name, RepairState Document)[] inline) => new()
    {
        Attached = attached, Inline = inline.ToDictionary(policy => policy.Name, policy => policy.Document, StringComparer.Ordinal),
    };
}
