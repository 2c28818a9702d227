using System.Collections;
using CisPosture.Accounts;
using static CisPosture.Core.Tests.Controls.Identity.IdentitySamples;

namespace CisPosture.Core.Tests.Controls.Identity;

/// <summary>1.16.</summary>
public sealed class UserPolicyControlTests
{
    private const string SesDocument = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"ses:SendRawEmail","Resource":"*"}]}""";

    private static readonly AttachedPolicy ReadOnly = new() { PolicyName = "ReadOnlyAccess", PolicyArn = "arn:aws:iam::aws:policy/ReadOnlyAccess" };

    private static readonly UserPolicies Alice = new() { UserName = "alice", Arn = UserArn("alice") };

    [Fact]
    public void A_user_without_policies_passes()
    {
        var finding = Judge(Alice);

        Assert.Equal((nameof(FindingStatus.Passed), UserArn("alice"), "AwsIamUser"), (finding.Status, finding.ResourceId, finding.ResourceType));
    }

    [Fact]
    public void A_user_with_an_attached_policy_fails()
    {
        var finding = Judge(Alice with { AttachedPolicies = [ReadOnly] });

        Assert.Equal((nameof(FindingStatus.Failed), "The user holds 1 attached policy and 0 inline policies directly."), (finding.Status, finding.Reason));
        Assert.Equal([ReadOnly.PolicyArn], Texts(finding, "AttachedPolicies"));
    }

    [Fact]
    public void A_user_with_an_inline_policy_fails()
    {
        var finding = Judge(Alice with { InlinePolicies = [Inline("s3", """{"Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"}}""")] });

        Assert.Equal((nameof(FindingStatus.Failed), "The user holds 0 attached policies and 1 inline policy directly."), (finding.Status, finding.Reason));
        Assert.Equal(["s3"], Texts(finding, "InlinePolicies"));
    }

    [Fact]
    public void An_inline_policy_fails_even_where_its_document_cannot_be_read() =>
        Assert.Equal("Failed", Judge(Alice with { InlinePolicies = [new() { PolicyName = "AmazonSesSendingAccess", Document = "%7B" }] }).Status);

    [Fact]
    public void A_permissions_boundary_alone_passes() =>
        Assert.Equal("Passed", Judge(Alice with { PermissionsBoundaryArn = "arn:aws:iam::111122223333:policy/boundary" }).Status);

    [Fact]
    public void Policies_held_through_groups_pass()
    {
        var access = new SupportAccess { PolicyArn = "arn:aws:iam::aws:policy/AWSSupportAccess", Groups = [new() { GroupName = "ops", MemberCount = Evidence.Of(1) }] };
        var evidence = Account(Alice) with { SupportAccess = Evidence.Of(access) };

        Assert.Equal("Passed", Judging.JudgeOne("1.16", evidence).Status);
    }

    [Fact]
    public void A_user_that_SES_made_for_sending_mail_is_exempt_and_a_note_says_so()
    {
        var finding = Judge(SesSender());

        Assert.Equal("Passed", finding.Status);
        Assert.Contains("Security Hub exempts it", Assert.Single(finding.Notes), StringComparison.Ordinal);
        Assert.Equal("Passed", Judging.JudgeOne("1.16", Account(SesSender()), strict: true).Status);
    }

    [Theory]
    [InlineData("""{"Statement":{"Effect":"Allow","Action":["ses:SendRawEmail"],"Resource":"*"}}""")]
    [InlineData("""{"Statement":{"Effect":"Allow","Action":"SES:sendrawemail","Resource":"arn:aws:ses:us-east-1:111122223333:identity/example.com"}}""")]
    public void The_exemption_does_not_hang_on_spelling(string document) => Assert.Equal("Passed", Judge(SesSender(document)).Status);

    [Fact]
    public void The_exemption_can_be_refused() =>
        Assert.Equal("Failed", Judging.JudgeOne("1.16", Account(SesSender()), parameters: new Hashtable { ["NoSesExemption"] = true }).Status);

    public static TheoryData<string, UserPolicies> NotExempt => new()
    {
        { "with another name", Alice with { InlinePolicies = [Inline("SendMail", SesDocument)] } },
        { "with an attached policy beside it", SesSender() with { AttachedPolicies = [ReadOnly] } },
        { "with a second inline policy beside it", SesSender() with { InlinePolicies = [Inline("AmazonSesSendingAccess", SesDocument), Inline("more", SesDocument)] } },
        { "that allows another action too", SesSender("""{"Statement":{"Effect":"Allow","Action":["ses:SendRawEmail","ses:SendEmail"],"Resource":"*"}}""") },
        { "that allows all of SES", SesSender("""{"Statement":{"Effect":"Allow","Action":"ses:*","Resource":"*"}}""") },
        { "that allows everything", SesSender("""{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""") },
        { "with a second statement", SesSender("""{"Statement":[{"Effect":"Allow","Action":"ses:SendRawEmail","Resource":"*"},{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}""") },
        { "that names what it does not allow", SesSender("""{"Statement":{"Effect":"Allow","NotAction":"ses:SendRawEmail","Resource":"*"}}""") },
    };

    [Theory]
    [MemberData(nameof(NotExempt))]
    public void The_exemption_is_narrow(string how, UserPolicies user) =>
        Assert.True(Judge(user).Status == "Failed", $"A sending policy {how} was exempted.");

    [Fact]
    public void An_account_without_users_passes_with_nothing_to_evaluate()
    {
        var finding = Judging.JudgeOne("1.16", Account());

        Assert.Equal((nameof(FindingStatus.Passed), ReasonCode.EvaluationsEmpty, "AwsAccount"), (finding.Status, finding.ReasonCode, finding.ResourceType));
    }

    [Fact]
    public void Denied_policies_are_neither_passed_nor_failed()
    {
        var evidence = Judging.Account() with { UserPolicies = Evidence.Missing<IReadOnlyList<UserPolicies>>(Judging.Denied("iam:GetAccountAuthorizationDetails")) };

        var finding = Judging.JudgeOne("1.16", evidence);

        Assert.Equal((nameof(FindingStatus.NotAvailable), "iam:GetAccountAuthorizationDetails"), (finding.Status, finding.Evidence["MissingPermission"]));
    }

    [Fact]
    public void Each_user_gets_one_finding_however_many_policies_it_holds()
    {
        var bob = new UserPolicies { UserName = "bob", Arn = UserArn("bob"), AttachedPolicies = [ReadOnly, ReadOnly], InlinePolicies = [Inline("a", SesDocument)] };

        var findings = Judging.Judge("1.16", Account(bob, Alice));

        Assert.Equal([(UserArn("alice"), "Passed"), (UserArn("bob"), "Failed")], findings.Select(finding => (finding.ResourceId, finding.Status)));
        Assert.Equal("The user holds 2 attached policies and 1 inline policy directly.", findings[1].Reason);
    }

    private static CisFinding Judge(UserPolicies user) => Judging.JudgeOne("1.16", Account(user));

    private static AccountEvidence Account(params UserPolicies[] users) => Judging.Account() with { UserPolicies = Evidence.Of<IReadOnlyList<UserPolicies>>(users) };

    private static UserPolicies SesSender(string document = SesDocument) => Alice with { InlinePolicies = [Inline("AmazonSesSendingAccess", document)] };

    private static InlinePolicy Inline(string name, string document) => new() { PolicyName = name, Document = Encoded(document) };
}
