using CisPosture.Accounts;
using CisPosture.Aws.Repairs;
using CisPosture.Aws.Repairs.Planners;
using CisPosture.Aws.Repairs.Settings;
using CisPosture.Policies;
using CisPosture.Repairs;

namespace CisPosture.Aws.Tests.Repairs;

public sealed class AdminPolicyRepairTests
{
    private const string Iam = "arn:aws:iam::111122223333:";
    private const string Everything = Iam + "policy/everything";
    private const string Other = Iam + "policy/other";
    private const string Administrator = "arn:aws:iam::aws:policy/AdministratorAccess";
    private const string Power = "arn:aws:iam::aws:policy/PowerUserAccess";

    private const string AllowAll = """{"Sid":"All","Effect":"Allow","Action":"*","Resource":"*"}""";
    private const string AllowAllWithMfa = """{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}}""";
    private const string AllowSome = """{"Effect":"Allow","Action":"s3:Get*","Resource":"*"}""";
    private const string DenySome = """{"Effect":"Deny","Action":"iam:DeleteUser","Resource":"*"}""";
    private const string DenyGiving = """{"Effect":"Deny","Action":"iam:Attach*","Resource":"*"}""";

    private static readonly AdminPolicyOptions Detaching = new() { DetachAdminPolicy = true };
    private static readonly AdminPolicyOptions Replacing = new() { ReplacementPolicyArn = Power };
    private static readonly LiveIdentity Boss = User("boss", Administrator);

    [Fact]
    public void Users_groups_and_roles_lose_it_and_then_it_is_narrowed()
    {
        var plan = Plan(Detaching, [Boss, User("ann", Everything), Group("ops", Everything), Role("app", Everything)]);

        Assert.Equal(
            ["iam:DetachUserPolicy", "iam:DetachGroupPolicy", "iam:DetachRolePolicy", "iam:CreatePolicyVersion", "iam:SetDefaultPolicyVersion"],
            plan.Steps.Select(step => step.Call.Operation));
        Assert.All(plan.Steps, step => Assert.NotNull(step.Inverse));
        Assert.Equal(["iam:AttachUserPolicy", "iam:AttachGroupPolicy", "iam:AttachRolePolicy", "iam:DeletePolicyVersion", "iam:SetDefaultPolicyVersion"], plan.Steps.Select(step => step.Inverse!.Operation));
        Assert.Equal("v1", plan.Steps[^1].Inverse!.Parameters.Text("VersionId"));
        Assert.NotNull(plan.Question);
    }

    [Fact]
    public void A_policy_that_nobody_holds_is_narrowed_without_a_choice_and_without_a_question()
    {
        var plan = Plan(new AdminPolicyOptions(), []);

        Assert.Equal(["iam:CreatePolicyVersion", "iam:SetDefaultPolicyVersion"], plan.Steps.Select(step => step.Call.Operation));
        Assert.Null(plan.Question);
        Assert.Empty(plan.Warnings);
    }

    [Theory]
    [InlineData(AllowAll, """{"Action":"sts:GetCallerIdentity","Effect":"Allow","Resource":"*"}""")]
    [InlineData(AllowAll + "," + AllowSome, """{"Action":"s3:Get*","Effect":"Allow","Resource":"*"}""")]
    [InlineData(AllowSome + "," + AllowAllWithMfa, """{"Action":"s3:Get*","Effect":"Allow","Resource":"*"}""")]
    public void Only_the_statements_that_allow_everything_go(string statements, string left)
    {
        var plan = Plan(new AdminPolicyOptions(), [], Policy(Everything, statements));

        Assert.Equal($$"""{"Statement":[{{left}}],"Version":"2012-10-17"}""", plan.Steps[0].Call.Parameters.Text("PolicyDocument"));
    }

    [Fact]
    public void A_single_statement_that_is_no_list_is_seen() =>
        Assert.NotNull(NarrowedPolicy.Of(RepairState.Parse($$"""{"Version":"2012-10-17","Statement":{{AllowAll}}}"""), includesNotAction: false));

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 2)]
    public void Everything_but_a_few_actions_counts_where_the_control_counts_it(bool includes, int steps)
    {
        var options = new AdminPolicyOptions { ControlParameters = RepairSamples.Parameters("1.22", "IncludeNotAction", includes) };

        Assert.Equal(steps, Plan(options, [], Policy(Everything, """{"Effect":"Allow","NotAction":"iam:*","Resource":"*"}""")).Steps.Count);
    }

    [Fact]
    public void Whether_holders_lose_it_is_the_users_choice_and_who_they_are_is_told()
    {
        var role = Role("app", Everything) with { InstanceProfiles = ["web"], LastUsed = RepairSamples.Place.Now.AddHours(-3) };

        var skip = Plan(new AdminPolicyOptions { Force = true }, [Boss, User("ann"), User("bea", Everything), Group("ops", Everything), User("cid") with { Groups = ["ops"] }, role]).Skip;

        Assert.Equal((RepairReasonCode.ChoiceNeeded, "Repair-CisAdminPolicy -ReplacementPolicyArn"), (skip?.ReasonCode, skip?.Command));
        Assert.StartsWith(
            "everything is held by user bea, group ops (member cid), role app (assumed by ec2.amazonaws.com; in instance profile web; last used 2026-03-01 09:00 UTC).",
            skip?.Reason,
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_each_holder_loses_keeps_and_gets_is_told_first()
    {
        var lost = Plan(Detaching, [Boss, User("ann", Everything, Power), User("bea", Everything)]).Warnings;
        var replaced = Plan(Replacing, [Boss, User("ann", Everything, Power), User("bea", Everything)]).Warnings;

        Assert.Equal(["User ann loses everything and keeps PowerUserAccess.", "User bea loses everything and is left with no other policy."], lost.Take(2));
        Assert.Equal(["User ann loses everything and keeps PowerUserAccess.", "User bea loses everything and gets PowerUserAccess."], replaced.Take(2));
        Assert.Contains("Administrators for certain afterwards: user boss.", lost);
    }

    [Fact]
    public void Holders_get_the_replacement_before_they_lose_anything() =>
        Assert.Equal(
            ["iam:AttachUserPolicy", "iam:AttachRolePolicy", "iam:DetachUserPolicy", "iam:DetachUserPolicy", "iam:DetachRolePolicy"],
            Plan(Replacing, [Boss, User("ann", Everything), User("bea", Everything, Power), Role("app", Everything)]).Steps.Take(5).Select(step => step.Call.Operation));

    [Fact]
    public void A_boundary_stays_whatever_it_allows_and_is_told_of()
    {
        var bounded = User("bounded") with { Boundary = Everything };

        var plan = Plan(Detaching, [Boss, User("ann", Everything), bounded]);

        Assert.Equal("iam:DetachUserPolicy", Assert.Single(plan.Steps).Call.Operation);
        Assert.Contains(plan.Warnings, warning => warning.Contains("permissions boundary of user bounded", StringComparison.Ordinal));
        Assert.Null(plan.Remainder);
        Assert.True(Plan(Detaching, [Boss, bounded]).IsCompliant);
    }

    [Fact]
    public void A_policy_that_also_denies_is_narrowed_where_it_is_since_detaching_would_lift_the_denial()
    {
        var plan = Plan(Detaching, [Boss, User("ann", Everything)], Policy(Everything, AllowAll, DenySome));

        Assert.Equal(["iam:CreatePolicyVersion", "iam:SetDefaultPolicyVersion"], plan.Steps.Select(step => step.Call.Operation));
        Assert.Contains("\"iam:DeleteUser\"", plan.Steps[0].Call.Parameters.Text("PolicyDocument"), StringComparison.Ordinal);
        Assert.DoesNotContain("\"Action\":\"*\"", plan.Steps[0].Call.Parameters.Text("PolicyDocument"), StringComparison.Ordinal);
        Assert.NotNull(plan.Question);
    }

    [Fact]
    public void A_policy_that_also_denies_is_left_alone_where_narrowing_it_would_reach_others()
    {
        var policy = Policy(Everything, AllowAll, DenySome);

        Assert.Equal(RepairReasonCode.InUse, Plan(Detaching, [Boss, User("ann", Everything), User("bea") with { Boundary = Everything }], policy).Skip?.ReasonCode);
        Assert.Equal(RepairReasonCode.ChoiceNeeded, Plan(Excluding("bea"), [Boss, User("ann", Everything), User("bea", Everything)], policy).Skip?.ReasonCode);
    }

    [Fact]
    public void Whom_the_user_leaves_alone_keeps_it_and_so_does_a_group_that_he_is_in()
    {
        var plan = Plan(Excluding("bea"), [Boss, User("ann", Everything), User("bea", Everything) with { Groups = ["ops"] }, Group("ops", Everything)]);

        Assert.Equal(Iam + "user/ann", Assert.Single(plan.Steps).Target.ResourceId);
        Assert.Contains("user bea, group ops", plan.Remainder, StringComparison.Ordinal);
        Assert.Equal(RepairReasonCode.Excluded, Plan(Excluding("bea"), [Boss, User("bea", Everything)]).Skip?.ReasonCode);
    }

    [Theory]
    [InlineData("itself")]
    [InlineData("group")]
    [InlineData("role")]
    public void The_callers_last_right_to_administer_is_never_taken_even_by_force(string way)
    {
        var place = way == "role" ? RepairSamples.Place with { CallerArn = "arn:aws:sts::111122223333:assumed-role/deploy/session" } : RepairSamples.Place;
        LiveIdentity[] caller = way switch
        {
            "itself" => [User("auditor", Everything)],
            "group" => [User("auditor") with { Groups = ["ops"] }, Group("ops", Everything)],
            _ => [Role("deploy", Everything) with { Arn = Iam + "role/ci/deploy" }],
        };

        var skip = Plan(Detaching with { Force = true }, [Boss, .. caller], place: place).Skip;

        Assert.Equal(RepairReasonCode.InUse, skip?.ReasonCode);
        Assert.Contains("the caller's last right to administer", skip?.Reason, StringComparison.Ordinal);
        Assert.Equal($"Repair-CisAdminPolicy -ExcludePrincipal {(way == "itself" ? "auditor" : way == "group" ? "ops" : "deploy")}", skip?.Command);
    }

    [Fact]
    public void A_caller_who_stays_administrator_loses_it_like_everybody_and_is_told_so()
    {
        var plan = Plan(Detaching, [User("auditor", Everything, Administrator)]);

        Assert.NotEmpty(plan.Steps);
        Assert.Contains("The caller, user auditor, is among them and stays administrator.", plan.Warnings);
        Assert.NotEmpty(Plan(Replacing with { ReplacementPolicyArn = Administrator }, [User("auditor", Everything)]).Steps);
    }

    [Fact]
    public void Of_two_policies_that_allow_everything_the_caller_keeps_one()
    {
        var plans = Plans(Detaching, [User("auditor", Everything, Other)], [Policy(Everything, AllowAll), Policy(Other, AllowAll)], RepairSamples.Place);

        Assert.NotEmpty(plans[0].Steps);
        Assert.Equal(RepairReasonCode.InUse, plans[1].Skip?.ReasonCode);
    }

    [Fact]
    public void The_root_user_cannot_be_locked_out() =>
        Assert.NotEmpty(Plan(Detaching, [User("ann", Everything)], place: RepairSamples.Place with { CallerArn = Iam + "root" }).Steps);

    [Fact]
    public void A_caller_who_cannot_be_found_is_not_risked() =>
        Assert.Equal(RepairReasonCode.InUse, Plan(Detaching, [Boss, User("ann", Everything)], place: RepairSamples.Place with { CallerArn = "arn:aws:sts::111122223333:federated-user/somebody" }).Skip?.ReasonCode);

    public static TheoryData<string> NoAdministrators => ["conditional", "bounded", "denied", "no credentials", "service role", "own root role", "unreadable", "group"];

    [Theory]
    [MemberData(nameof(NoAdministrators))]
    public void The_account_is_never_left_without_an_administrator_who_is_one_for_certain(string doubt)
    {
        const string Conditional = Iam + "policy/conditional";
        const string Denying = Iam + "policy/denying";
        LiveManagedPolicy[] policies = [Policy(Everything, AllowAll), Policy(Conditional, AllowAllWithMfa), Policy(Denying, DenyGiving)];
        LiveIdentity doubtful = doubt switch
        {
            "conditional" => User("zoe", Conditional),
            "bounded" => User("zoe", Administrator) with { Boundary = Power },
            "denied" => User("zoe", Administrator, Denying),
            "no credentials" => User("zoe", Administrator) with { CanSignIn = false },
            "service role" => Role("zoe", Administrator),
            "own root role" => Role("zoe", Administrator) with { Trust = Trust("AWS", Iam + "root") },
            "unreadable" => User("zoe", Administrator) with { Inline = [null] },
            _ => Group("zoe", Administrator),
        };

        var skip = Plans(Detaching, [User("auditor"), User("ann", Everything), doubtful], policies, RepairSamples.Place)[0].Skip;

        Assert.Equal(RepairReasonCode.InUse, skip?.ReasonCode);
        Assert.Contains("leave nobody but the root user", skip?.Reason, StringComparison.Ordinal);
    }

    public static TheoryData<string> Ways => ["directly", "by a group", "inline", "bounded by everything", "federated", "from another account", "by a user of the account"];

    [Theory]
    [MemberData(nameof(Ways))]
    public void An_administrator_is_seen_whatever_way_he_is_one(string way)
    {
        LiveIdentity[] administrator = way switch
        {
            "directly" => [User("zoe", Administrator)],
            "by a group" => [User("zoe") with { Groups = ["admins"] }, Group("admins", Administrator)],
            "inline" => [User("zoe") with { Inline = [Document(AllowAll)] }],
            "bounded by everything" => [User("zoe", Administrator) with { Boundary = Administrator }],
            "federated" => [Role("zoe", Administrator) with { Trust = Trust("Federated", Iam + "saml-provider/office") }],
            "from another account" => [Role("zoe", Administrator) with { Trust = Trust("AWS", "arn:aws:iam::444455556666:root") }],
            _ => [Role("zoe", Administrator) with { Trust = Trust("AWS", Iam + "user/yan") }, User("yan")],
        };

        var plan = Plan(Detaching, [User("auditor"), User("ann", Everything), .. administrator]);

        Assert.NotEmpty(plan.Steps);
        Assert.Contains(plan.Warnings, warning => warning.StartsWith("Administrators for certain afterwards:", StringComparison.Ordinal) && warning.Contains("zoe", StringComparison.Ordinal));
    }

    [Fact]
    public void A_group_without_members_locks_nobody_out() => Assert.NotEmpty(Plan(Detaching, [Group("empty", Everything)]).Steps);

    [Fact]
    public void A_replacement_that_allows_everything_itself_is_refused_where_the_control_would_fail_it()
    {
        var plans = Plans(new AdminPolicyOptions { ReplacementPolicyArn = Other }, [Boss, User("ann", Everything)], [Policy(Everything, AllowAll), Policy(Other, AllowAll)], RepairSamples.Place);

        Assert.Equal(RepairReasonCode.ChoiceNeeded, plans[0].Skip?.ReasonCode);
        Assert.Contains(Plan(Replacing with { ReplacementPolicyArn = Administrator }, [Boss, User("ann", Everything)]).Warnings, warning => warning.Contains("does not judge AWS's own policies", StringComparison.Ordinal));
    }

    [Fact]
    public void A_replacement_is_refused_where_its_holders_could_gain_by_it() =>
        Assert.Equal(RepairReasonCode.ChoiceNeeded, Plan(Replacing, [Boss, User("ann", Everything)], Policy(Everything, AllowAllWithMfa)).Skip?.ReasonCode);

    [Fact]
    public void A_replacement_that_does_not_exist_is_told_of() =>
        Assert.Contains("There is no policy", Plan(new AdminPolicyOptions { ReplacementPolicyArn = Iam + "policy/nowhere" }, [Boss, User("ann", Everything)]).Skip?.Reason, StringComparison.Ordinal);

    [Fact]
    public void Quotas_are_kept_before_anything_is_done()
    {
        var full = User("ann", [Everything, .. Enumerable.Range(0, 9).Select(number => $"arn:aws:iam::aws:policy/P{number}")]);
        var versions = Policy(Everything, AllowAll);
        versions = versions with
        {
            Versions = versions.Versions.Concat(Enumerable.Range(2, 4).Select(number => KeyValuePair.Create($"v{number}", (RepairState?)RepairState.Of(("Id", $"{number}"))))).ToDictionary(StringComparer.Ordinal),
        };

        Assert.Equal(RepairReasonCode.QuotaExceeded, Plan(Replacing, [Boss, full]).Skip?.ReasonCode);
        Assert.Equal(RepairReasonCode.QuotaExceeded, Plan(Detaching, [], versions).Skip?.ReasonCode);

        var detached = Plan(Detaching, [Boss, User("ann", Everything)], versions);
        Assert.Equal("iam:DetachUserPolicy", Assert.Single(detached.Steps).Call.Operation);
        Assert.Contains("still allows everything", detached.Remainder, StringComparison.Ordinal);
    }

    [Fact]
    public void A_version_that_a_run_before_has_written_is_put_in_force()
    {
        var policy = Policy(Everything, AllowAll, AllowSome);
        var written = NarrowedPolicy.Of(policy.Document!, includesNotAction: false)!.Document;

        var plan = Plan(Detaching, [], policy with { Versions = policy.Versions.Append(KeyValuePair.Create("v7", (RepairState?)written)).ToDictionary(StringComparer.Ordinal) });

        var step = Assert.Single(plan.Steps);
        Assert.Equal(("iam:SetDefaultPolicyVersion", "v7"), (step.Call.Operation, step.Call.Parameters.Text("VersionId")));
    }

    [Fact]
    public void A_policy_that_is_gone_or_narrow_or_cannot_be_read_is_told_of()
    {
        Assert.Equal(RepairReasonCode.ResourceGone, Plans(Detaching, [Boss], [Policy(Everything, AllowAll)], RepairSamples.Place, Other)[0].Skip?.ReasonCode);
        Assert.True(Plan(Detaching, [Boss, User("ann", Everything)], Policy(Everything, AllowSome)).IsCompliant);
        Assert.Equal(ReasonCode.PolicyUnparsable, Plan(Detaching, [Boss], Policy(Everything, AllowAll) with { DefaultVersionId = "v9" }).Skip?.ReasonCode);
    }

    [Theory]
    [InlineData("arn:aws:iam::aws:policy/PowerUserAccess", true)]
    [InlineData("PowerUserAccess", false)]
    [InlineData("arn:aws:iam::aws:policy/Power*", false)]
    public void What_cannot_be_meant_is_refused_at_once(string replacement, bool detaches)
    {
        var failure = Assert.Throws<PostureException>(() => AdminPolicyOptions.Of(replacement, detaches, _ => false));

        Assert.Equal(ErrorId.RepairOptionInvalid, failure.ErrorId);
        Assert.Contains("-ReplacementPolicyArn", failure.Message, StringComparison.Ordinal);
    }

    private static AdminPolicyOptions Excluding(string name) => Detaching with { IsExcluded = other => other == name };

    private static RepairPlan Plan(AdminPolicyOptions options, LiveIdentity[] identities, LiveManagedPolicy? policy = null, RepairPlace? place = null) =>
        Assert.Single(Plans(options, identities.Any(identity => identity.Name is "auditor") ? identities : [User("auditor"), .. identities], [policy ?? Policy(Everything, AllowAll)], place ?? RepairSamples.Place));

    private static IReadOnlyList<RepairPlan> Plans(AdminPolicyOptions options, LiveIdentity[] identities, LiveManagedPolicy[] policies, RepairPlace place, string? subject = null)
    {
        LiveManagedPolicy[] known = [.. policies, Policy(Administrator, AllowAll), Policy(Power, AllowSome)];
        var live = new LiveAdminPolicies
        {
            Identities = identities,
            Policies = known.ToDictionary(policy => policy.Arn, StringComparer.Ordinal),
            Replacement = options.ReplacementPolicyArn is not { } arn ? null
                : Array.Find(known, policy => policy.Arn == arn) is { } replacement ? Evidence.Of(replacement)
                : Evidence.Missing<LiveManagedPolicy>(new EvidenceGap { ReasonCode = ReasonCode.ServiceError, Operation = "iam:GetPolicy", ErrorCode = "NoSuchEntity" }),
        };
        var failed = policies.Where(policy => policy.Document is null || NarrowedPolicy.Of(policy.Document, includesNotAction: false)?.IsUnconditional == true || policies.Length == 1);
        var subjects = (subject is null ? failed.Select(policy => policy.Arn) : [subject]).Select(policy => RepairSamples.Subject("1.22", policy)).ToList();
        var plans = new AdminPolicyRepair().Plan(place, live, subjects, options);
        RepairSamples.CoversOnce(subjects, plans);
        return plans;
    }

    private static LiveIdentity User(string name, params string[] policies) => new() { Kind = IamHolder.User, Arn = $"{Iam}user/{name}", Attached = policies, CanSignIn = true };

    private static LiveIdentity Group(string name, params string[] policies) => new() { Kind = IamHolder.Group, Arn = $"{Iam}group/{name}", Attached = policies };

    private static LiveIdentity Role(string name, params string[] policies) =>
        new() { Kind = IamHolder.Role, Arn = $"{Iam}role/{name}", Attached = policies, Trust = Trust("Service", "ec2.amazonaws.com") };

    private static PolicyDocument Trust(string type, string id) => Document($$"""{"Effect":"Allow","Principal":{"{{type}}":"{{id}}"},"Action":"sts:AssumeRole"}""");

    private static PolicyDocument Document(string statement) =>
        PolicyDocument.TryParse($$"""{"Version":"2012-10-17","Statement":[{{statement}}]}""", out var document, out var problem) ? document : throw new FormatException(problem);

    private static LiveManagedPolicy Policy(string arn, params string[] statements) => new()
    {
        Arn = arn,
        DefaultVersionId = "v1",
        Versions = new Dictionary<string, RepairState?>(StringComparer.Ordinal) { ["v1"] = RepairState.Parse($$"""{"Version":"2012-10-17","Statement":[{{string.Join(",", statements)}}]}""") },
    };
}
