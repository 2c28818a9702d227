using CisPosture.Accounts;
using CisPosture.Credentials;
using static CisPosture.Core.Tests.Controls.Identity.IdentitySamples;

namespace CisPosture.Core.Tests.Controls.Identity;

/// <summary>What 1.2, 1.3 and 1.4 have in common: where their evidence comes from.</summary>
public sealed class UserCredentialEvidenceTests
{
    public static TheoryData<string> Controls => ["1.2", "1.3", "1.4"];

    [Theory]
    [MemberData(nameof(Controls))]
    public void A_denied_report_leaves_the_account_without_a_verdict_and_names_the_missing_action(string control)
    {
        var evidence = Judging.Account() with { CredentialReport = Evidence.Missing<CredentialReport>(Judging.Denied("iam:GetCredentialReport")) };

        var finding = Judging.JudgeOne(control, evidence);

        Assert.Equal((nameof(FindingStatus.NotAvailable), ReasonCode.AccessDenied), (finding.Status, finding.ReasonCode));
        Assert.Equal("AwsAccount", finding.ResourceType);
        Assert.Equal("iam:GetCredentialReport", finding.Evidence["MissingPermission"]);
    }

    [Theory]
    [MemberData(nameof(Controls))]
    public void A_report_that_is_not_ready_leaves_the_account_without_a_verdict(string control)
    {
        var gap = new EvidenceGap { ReasonCode = ReasonCode.CredentialReportNotReady, Operation = "iam:GetCredentialReport" };

        var finding = Judging.JudgeOne(control, Judging.Account() with { CredentialReport = Evidence.Missing<CredentialReport>(gap) });

        Assert.Equal((nameof(FindingStatus.NotAvailable), ReasonCode.CredentialReportNotReady), (finding.Status, finding.ReasonCode));
    }

    [Theory]
    [MemberData(nameof(Controls))]
    public void An_account_without_IAM_users_passes_with_nothing_to_evaluate(string control)
    {
        var finding = Judging.JudgeOne(control, Reporting());

        Assert.Equal((nameof(FindingStatus.Passed), ReasonCode.EvaluationsEmpty, "AwsAccount"), (finding.Status, finding.ReasonCode, finding.ResourceType));
    }

    [Theory]
    [MemberData(nameof(Controls))]
    public void The_root_row_is_never_judged_as_a_user(string control)
    {
        var root = Root() with
        {
            PasswordEnabled = true,
            PasswordLastUsed = DaysAgo(900),
            AccessKeys = [Key(DaysAgo(900)), Key(DaysAgo(900), slot: 2)],
        };
        var evidence = Reporting(new CredentialReport { GeneratedTime = Generated, Rows = [root, Row()] });

        var finding = Judging.JudgeOne(control, evidence);

        Assert.Equal((UserArn("alice"), nameof(FindingStatus.Passed)), (finding.ResourceId, finding.Status));
    }

    [Theory]
    [InlineData("<root_account>", "arn:aws:iam::111122223333:root", true)]
    [InlineData("<root_account>", "", true)]
    [InlineData("111122223333", "arn:aws-us-gov:iam::111122223333:root", true)]
    [InlineData("root", "arn:aws:iam::111122223333:user/root", false)]
    public void Root_is_known_by_its_row_name_or_ARN_and_not_by_the_word(string name, string arn, bool isRoot) =>
        Assert.Equal(isRoot, new CredentialReportRow { UserName = name, Arn = arn }.IsRoot);

    [Theory]
    [MemberData(nameof(Controls))]
    public void The_finding_shows_when_the_report_was_made_and_how_old_it_is(string control)
    {
        var finding = Judging.JudgeOne(control, Reporting(Row()));

        Assert.Equal("CredentialReport", finding.Evidence["EvidenceSource"]);
        Assert.Equal(Generated.ToString("o"), finding.Evidence["ReportGeneratedTime"]);
        Assert.Equal(3.0, finding.Evidence["ReportAgeHours"]);
    }

    [Theory]
    [MemberData(nameof(Controls))]
    public void A_user_younger_than_the_report_is_judged_from_live_evidence(string control)
    {
        var credentials = new UserCredentials
        {
            HasPassword = true,
            PasswordCreated = DaysAgo(200),
            HasMfa = false,
            AccessKeys = [new LiveAccessKey { AccessKeyId = "AKIAIOSFODNN7EXAMPLE", IsActive = true, CreateDate = DaysAgo(200) }],
        };

        var finding = Judging.JudgeOne(control, Unreported(Evidence.Of(credentials)));

        Assert.Equal((UserArn("newcomer"), nameof(FindingStatus.Failed)), (finding.ResourceId, finding.Status));
        Assert.Equal("Live", finding.Evidence["EvidenceSource"]);
        Assert.False(finding.Evidence.ContainsKey("ReportGeneratedTime"));
    }

    [Theory]
    [MemberData(nameof(Controls))]
    public void A_user_whose_live_credentials_were_denied_has_no_verdict_while_the_others_have(string control)
    {
        var evidence = Unreported(Evidence.Missing<UserCredentials>(Judging.Denied("iam:GetLoginProfile"))) with
        {
            CredentialReport = Reporting(Row()).CredentialReport,
            Users = Evidence.Of<IReadOnlyList<IamUser>>([User("alice"), User("newcomer", Judging.Now.AddHours(-1))]),
        };

        var findings = Judging.Judge(control, evidence);

        Assert.Equal(
            [(UserArn("alice"), nameof(FindingStatus.Passed)), (UserArn("newcomer"), nameof(FindingStatus.NotAvailable))],
            findings.Select(finding => (finding.ResourceId, finding.Status)));
        Assert.Equal("iam:GetLoginProfile", findings[1].Evidence["MissingPermission"]);
        Assert.Equal("newcomer", findings[1].Evidence["UserName"]);
    }

    [Theory]
    [MemberData(nameof(Controls))]
    public void A_user_younger_than_the_report_who_was_not_read_live_has_no_verdict(string control)
    {
        var finding = Judging.JudgeOne(control, Unreported(credentials: null));

        Assert.Equal((UserArn("newcomer"), nameof(FindingStatus.NotAvailable), ReasonCode.NotCollected), (finding.ResourceId, finding.Status, finding.ReasonCode));
    }

    [Theory]
    [MemberData(nameof(Controls))]
    public void A_user_deleted_since_the_report_drops_out(string control)
    {
        var gone = WithPassword(DaysAgo(400), DaysAgo(400), "gone") with { AccessKeys = [Key(DaysAgo(400))] };
        var evidence = Reporting(Row(), gone) with { Users = Evidence.Of<IReadOnlyList<IamUser>>([User("alice")]) };

        Assert.Equal(UserArn("alice"), Judging.JudgeOne(control, evidence).ResourceId);
    }

    [Theory]
    [MemberData(nameof(Controls))]
    public void A_new_user_with_a_deleted_user_s_name_is_not_judged_from_the_old_row(string control)
    {
        var old = WithPassword(DaysAgo(400), DaysAgo(400), "newcomer") with { AccessKeys = [Key(DaysAgo(400))] };
        var evidence = Unreported(Evidence.Of(new UserCredentials())) with { CredentialReport = Reporting(old).CredentialReport };

        var finding = Judging.JudgeOne(control, evidence);

        Assert.Equal((nameof(FindingStatus.Passed), "Live"), (finding.Status, finding.Evidence["EvidenceSource"]));
    }

    [Fact]
    public void The_users_to_read_live_are_those_without_a_row_of_their_own()
    {
        var report = new CredentialReport { GeneratedTime = Generated, Rows = [Root(), Row("alice"), Row("bob")] };

        var unreported = AccountUsers.Unreported(report, [User("alice"), User("bob", Judging.Now.AddHours(-1)), User("carol", Judging.Now.AddHours(-1))]);

        Assert.Equal(["bob", "carol"], unreported.Select(user => user.UserName));
    }

    [Theory]
    [MemberData(nameof(Controls))]
    public void Where_users_cannot_be_listed_the_report_decides_on_those_it_holds_and_nothing_is_said_of_others(string control)
    {
        var evidence = Reporting(Row()) with { Users = Evidence.Missing<IReadOnlyList<IamUser>>(Judging.Denied("iam:ListUsers")) };

        var findings = Judging.Judge(control, evidence);

        Assert.Equal(nameof(FindingStatus.Passed), findings.Single(finding => finding.ResourceId == UserArn("alice")).Status);
        var unseen = findings.Single(finding => finding.ResourceId != UserArn("alice"));
        Assert.Equal((nameof(FindingStatus.NotAvailable), ReasonCode.AccessDenied, "iam:ListUsers"), (unseen.Status, unseen.ReasonCode, unseen.Evidence["MissingPermission"]));
        Assert.StartsWith("Users created since the credential report was made could not be judged: AWS denied iam:ListUsers", unseen.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_without_users_does_not_pass_where_users_cannot_be_listed()
    {
        var evidence = Reporting() with { Users = Evidence<IReadOnlyList<IamUser>>.NotCollected };

        Assert.Equal(ReasonCode.NotCollected, Judging.JudgeOne("1.2", evidence).ReasonCode);
    }

    [Fact]
    public void Every_user_is_judged_with_names_of_any_kind()
    {
        var findings = Judging.Judge("1.2", Reporting(Row("a+b=c,d.e@f_g-h"), Row("smith, alice"), Row("root")));

        Assert.Equal(
            [UserArn("a+b=c,d.e@f_g-h"), UserArn("root"), UserArn("smith, alice")],
            findings.Select(finding => finding.ResourceId));
    }

    [Theory]
    [MemberData(nameof(Controls))]
    public void The_report_is_needed_and_so_is_what_completes_it(string control)
    {
        var definition = BenchmarkCatalogue.Current[control];
        var evaluator = new CisPosture.Controls.ControlEvaluator(ControlParameterSet.Empty, isStrict: false, listsEachResource: false);

        Assert.Equal([EvidenceKind.CredentialReport, EvidenceKind.Users, EvidenceKind.UnreportedCredentials], evaluator.Needs(definition));
        Assert.Equal(evaluator.Needs(definition), evaluator.Reads(definition));
    }
}
