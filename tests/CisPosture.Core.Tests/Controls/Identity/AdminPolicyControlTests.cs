using System.Collections;
using CisPosture.Accounts;
using static CisPosture.Core.Tests.Controls.Identity.IdentitySamples;

namespace CisPosture.Core.Tests.Controls.Identity;

/// <summary>1.22.</summary>
public sealed class AdminPolicyControlTests
{
    private const string Admin = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""";

    [Theory]
    [InlineData("\"*\"", "\"*\"")]
    [InlineData("[\"*\"]", "\"*\"")]
    [InlineData("\"*\"", "[\"*\"]")]
    [InlineData("[\"*\"]", "[\"*\"]")]
    [InlineData("\"*:*\"", "\"*\"")]
    [InlineData("[\"s3:Get*\",\"*\"]", "\"*\"")]
    [InlineData("\"*\"", "[\"*\",\"arn:aws:s3:::logs\"]")]
    [InlineData("\"**\"", "\"**\"")]
    public void Every_action_on_every_resource_fails_in_every_shape(string action, string resource)
    {
        var finding = Judge(Allowing(action, resource));

        Assert.Equal((nameof(FindingStatus.Failed), "AwsIamPolicy", Arn("ops")), (finding.Status, finding.ResourceType, finding.ResourceId));
        Assert.Equal(["#1"], Texts(finding, "GrantingStatements"));
        Assert.Equal("v2", finding.Evidence["DefaultVersionId"]);
    }

    [Theory]
    [InlineData("\"iam:*\"", "\"*\"")]
    [InlineData("\"*\"", "\"arn:aws:s3:::logs/*\"")]
    [InlineData("[\"s3:*\",\"ec2:*\"]", "[\"*\"]")]
    [InlineData("\"*:Get*\"", "\"*\"")]
    [InlineData("[]", "\"*\"")]
    [InlineData("\"\"", "\"*\"")]
    public void Less_than_everything_on_everything_passes(string action, string resource) => Assert.Equal("Passed", Judge(Allowing(action, resource)).Status);

    [Fact]
    public void A_single_statement_that_is_no_array_fails() =>
        Assert.Equal("Failed", Judge("""{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""").Status);

    [Fact]
    public void One_granting_statement_among_others_fails_and_is_named()
    {
        var finding = Judge(
            """{"Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"},{"Sid":"God","Effect":"Allow","Action":"*","Resource":"*"},{"Effect":"Allow","Action":"*","Resource":"*"}]}""");

        Assert.Equal(["God", "#3"], Texts(finding, "GrantingStatements"));
    }

    [Fact]
    public void Rights_spread_over_two_statements_pass_because_each_statement_is_judged_alone() =>
        Assert.Equal("Passed", Judge("""{"Statement":[{"Effect":"Allow","Action":"*","Resource":"arn:aws:s3:::a"},{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}""").Status);

    [Fact]
    public void A_statement_that_denies_does_not_cancel_one_that_allows() =>
        Assert.Equal("Failed", Judge("""{"Statement":[{"Effect":"Deny","Action":"*","Resource":"*"},{"Effect":"Allow","Action":"*","Resource":"*"}]}""").Status);

    [Fact]
    public void Denying_everything_passes() => Assert.Equal("Passed", Judge("""{"Statement":[{"Effect":"Deny","Action":"*","Resource":"*"}]}""").Status);

    [Fact]
    public void A_condition_does_not_change_the_verdict_but_is_noted()
    {
        var finding = Judge("""{"Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}}}""");

        Assert.Equal("Failed", finding.Status);
        Assert.Contains("only under a condition", Assert.Single(finding.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void An_effect_in_another_case_is_no_allowance_and_no_policy() =>
        Assert.Equal(ReasonCode.PolicyUnparsable, Judge("""{"Statement":{"Effect":"allow","Action":"*","Resource":"*"}}""").ReasonCode);

    [Fact]
    public void Everything_but_a_few_actions_passes_with_a_note()
    {
        var finding = Judge("""{"Statement":{"Effect":"Allow","NotAction":["iam:*"],"Resource":"*"}}""");

        Assert.Equal("Passed", finding.Status);
        Assert.Contains("IncludeNotAction", Assert.Single(finding.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void IncludeNotAction_fails_everything_but_a_few_actions()
    {
        var finding = Judge("""{"Statement":{"Effect":"Allow","NotAction":["iam:*"],"Resource":"*"}}""", includeNotAction: true);

        Assert.Equal(("Failed", "Version v2 allows every action but a few on every resource; it is attached to nobody."), (finding.Status, finding.Reason));
    }

    [Theory]
    [InlineData("""{"Statement":{"Effect":"Allow","NotAction":"*","Resource":"*"}}""")]
    [InlineData("""{"Statement":{"Effect":"Allow","NotAction":"iam:*","Resource":"arn:aws:s3:::logs"}}""")]
    [InlineData("""{"Statement":{"Effect":"Deny","NotAction":"iam:*","Resource":"*"}}""")]
    public void IncludeNotAction_does_not_fail_what_grants_little(string document) => Assert.Equal("Passed", Judge(document, includeNotAction: true).Status);

    [Theory]
    [InlineData(0, "it is attached to nobody.")]
    [InlineData(1, "it is attached 1 time.")]
    [InlineData(3, "it is attached 3 times.")]
    public void A_policy_fails_whether_attached_or_not(int attachments, string reason)
    {
        var finding = Judging.JudgeOne("1.22", Account(Policy(Admin) with { AttachmentCount = attachments }));

        Assert.Equal(nameof(FindingStatus.Failed), finding.Status);
        Assert.EndsWith(reason, finding.Reason, StringComparison.Ordinal);
        Assert.Equal(attachments, finding.Evidence["AttachmentCount"]);
    }

    [Fact]
    public void An_attached_policy_is_to_go_from_groups_and_roles_as_well_as_users() =>
        Assert.Contains("Groups and roles", Assert.Single(Judging.JudgeOne("1.22", Account(Policy(Admin) with { AttachmentCount = 1 })).Notes), StringComparison.Ordinal);

    [Fact]
    public void A_policy_used_only_as_a_permissions_boundary_is_not_judged()
    {
        var finding = Judging.JudgeOne("1.22", Account(Policy(Admin) with { PermissionsBoundaryUsageCount = 2 }));

        Assert.Equal((nameof(FindingStatus.Passed), ReasonCode.EvaluationsEmpty), (finding.Status, finding.ReasonCode));
    }

    [Fact]
    public void A_boundary_that_is_also_attached_is_judged() =>
        Assert.Equal("Failed", Judging.JudgeOne("1.22", Account(Policy(Admin) with { PermissionsBoundaryUsageCount = 2, AttachmentCount = 1 })).Status);

    [Theory]
    [InlineData("arn:aws:iam::aws:policy/AdministratorAccess")]
    [InlineData("arn:aws-us-gov:iam::aws:policy/AdministratorAccess")]
    [InlineData("arn:aws-cn:iam::aws:policy/job-function/SystemAdministrator")]
    public void A_policy_of_AWS_is_not_judged(string arn) =>
        Assert.Equal(ReasonCode.EvaluationsEmpty, Judging.JudgeOne("1.22", Account(Policy(Admin) with { Arn = arn, AttachmentCount = 5 })).ReasonCode);

    [Fact]
    public void An_inline_policy_is_not_judged()
    {
        var alice = new UserPolicies { UserName = "alice", Arn = UserArn("alice"), InlinePolicies = [new() { PolicyName = "admin", Document = Encoded(Admin) }] };
        var evidence = Account() with { UserPolicies = Evidence.Of<IReadOnlyList<UserPolicies>>([alice]) };

        Assert.Equal(ReasonCode.EvaluationsEmpty, Judging.JudgeOne("1.22", evidence).ReasonCode);
    }

    [Fact]
    public void Only_the_default_version_is_judged_and_it_is_named()
    {
        var finding = Judging.JudgeOne("1.22", Account(Policy("""{"Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"}}""") with { DefaultVersionId = "v5" }));

        Assert.Equal(("Passed", "Version v5 has no statement that allows everything on everything."), (finding.Status, finding.Reason));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{\"Statement\":[]} and more")]
    [InlineData("{\"Version\":\"2012-10-17\"}")]
    [InlineData("{\"Statement\":{\"Effect\":\"Deny\",\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}}")]
    public void A_document_that_is_no_policy_warns(string document)
    {
        var finding = Judge(document);

        Assert.Equal((nameof(FindingStatus.Warning), ReasonCode.PolicyUnparsable), (finding.Status, finding.ReasonCode));
    }

    [Fact]
    public void A_policy_without_a_document_warns()
    {
        var finding = Judging.JudgeOne("1.22", Account(Policy(Admin) with { DefaultDocument = null }));

        Assert.Equal((nameof(FindingStatus.Warning), "Version v2 cannot be read. AWS sent no document."), (finding.Status, finding.Reason));
    }

    [Theory]
    [InlineData("\uFEFF")]
    [InlineData("\r\n")]
    [InlineData("\n\t ")]
    public void A_byte_order_mark_or_line_breaks_do_not_hide_the_statement(string before) => Assert.Equal("Failed", Judge(before + Admin + "\n").Status);

    [Fact]
    public void A_document_that_was_decoded_already_is_judged_alike() =>
        Assert.Equal("Failed", Judging.JudgeOne("1.22", Account(Policy(Admin) with { DefaultDocument = Admin })).Status);

    [Fact]
    public void An_account_without_customer_policies_passes_with_nothing_to_evaluate()
    {
        var finding = Judging.JudgeOne("1.22", Account());

        Assert.Equal((nameof(FindingStatus.Passed), ReasonCode.EvaluationsEmpty, "AwsAccount"), (finding.Status, finding.ReasonCode, finding.ResourceType));
    }

    [Fact]
    public void Denied_policies_are_neither_passed_nor_failed()
    {
        var evidence = Judging.Account() with { CustomerPolicies = Evidence.Missing<IReadOnlyList<CustomerPolicy>>(Judging.Denied("iam:GetAccountAuthorizationDetails")) };

        Assert.Equal((nameof(FindingStatus.NotAvailable), ReasonCode.AccessDenied), (Judging.JudgeOne("1.22", evidence).Status, Judging.JudgeOne("1.22", evidence).ReasonCode));
    }

    [Fact]
    public void Each_policy_gets_a_finding_of_its_own()
    {
        var findings = Judging.Judge("1.22", Account(Policy(Admin, "b"), Policy("""{"Statement":[]}""", "a"), Policy("junk", "c")));

        Assert.Equal([(Arn("a"), "Passed"), (Arn("b"), "Failed"), (Arn("c"), "Warning")], findings.Select(finding => (finding.ResourceId, finding.Status)));
    }

    private static string Allowing(string action, string resource) =>
        $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":{{action}},"Resource":{{resource}}}]}""";

    private static string Arn(string name) => $"arn:aws:iam::{Judging.AccountId}:policy/{name}";

    private static CustomerPolicy Policy(string document, string name = "ops") =>
        new() { PolicyName = name, Arn = Arn(name), DefaultVersionId = "v2", DefaultDocument = Encoded(document) };

    private static CisFinding Judge(string document, bool includeNotAction = false) =>
        Judging.JudgeOne("1.22", Account(Policy(document)), parameters: new Hashtable { ["IncludeNotAction"] = includeNotAction });

    private static AccountEvidence Account(params CustomerPolicy[] policies) => Judging.Account() with { CustomerPolicies = Evidence.Of<IReadOnlyList<CustomerPolicy>>(policies) };
}
