using System.Collections;
using CisPosture.Accounts;
using static CisPosture.Core.Tests.Controls.Identity.IdentitySamples;

namespace CisPosture.Core.Tests.Controls.Identity;

/// <summary>1.20.</summary>
public sealed class SupportRoleControlTests
{
    private const string PolicyArn = "arn:aws:iam::aws:policy/AWSSupportAccess";

    private static readonly SupportAccess Nobody = new() { PolicyArn = PolicyArn };

    [Fact]
    public void A_policy_that_nobody_holds_fails()
    {
        var finding = Judge(Nobody);

        Assert.Equal((nameof(FindingStatus.Failed), "AwsAccount"), (finding.Status, finding.ResourceType));
        Assert.Equal(PolicyArn, finding.Evidence["PolicyArn"]);
    }

    [Theory]
    [InlineData("""{"AWS":"arn:aws:iam::111122223333:root"}""")]
    [InlineData("""{"AWS":["AIDACKCEVSQ6C2EXAMPLE","arn:aws:iam::111122223333:user/alice"]}""")]
    [InlineData("""{"Service":"ec2.amazonaws.com"}""")]
    [InlineData("""{"Federated":"arn:aws:iam::111122223333:saml-provider/corp"}""")]
    [InlineData("\"*\"")]
    public void A_role_that_somebody_may_assume_passes(string principal)
    {
        var finding = Judge(Nobody with { Roles = [Role(principal)] });

        Assert.Equal((nameof(FindingStatus.Passed), "1 role that can be assumed holds AWSSupportAccess: support."), (finding.Status, finding.Reason));
        Assert.Empty(finding.Notes);
        Assert.Equal(["support"], Texts(finding, "Roles"));
    }

    [Fact]
    public void A_user_who_holds_it_passes_with_a_note_that_the_benchmark_asks_for_a_role()
    {
        var finding = Judge(Nobody with { Users = ["alice"] });

        Assert.Equal("Passed", finding.Status);
        Assert.Contains("asks for a role", Assert.Single(finding.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_group_with_a_member_passes_with_a_note_that_the_benchmark_asks_for_a_role()
    {
        var finding = Judge(Nobody with { Groups = [Group(0), Group(1)] });

        Assert.Equal("Passed", finding.Status);
        Assert.Single(finding.Notes);
        Assert.Equal(["ops (0 users)", "ops (1 user)"], Texts(finding, "Groups"));
    }

    [Fact]
    public void An_empty_group_fails() => Assert.Equal("Failed", Judge(Nobody with { Groups = [Group(0)] }).Status);

    [Theory]
    [InlineData("""{"AWS":"AIDACKCEVSQ6C2EXAMPLE"}""")]
    [InlineData("""{"AWS":["AROADBQP57FF2AEXAMPLE","AIDACKCEVSQ6C2EXAMPLE"]}""")]
    public void A_role_that_trusts_only_the_deleted_fails_and_says_so(string principal)
    {
        var finding = Judge(Nobody with { Roles = [Role(principal)] });

        Assert.Equal("Failed", finding.Status);
        Assert.Contains("deleted", Assert.Single(finding.Notes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"Statement":[]}""")]
    [InlineData("""{"Statement":{"Effect":"Deny","Principal":"*","Action":"sts:AssumeRole"}}""")]
    [InlineData("""{"Statement":{"Effect":"Allow","Principal":{"AWS":[]},"Action":"sts:AssumeRole"}}""")]
    public void A_role_that_trusts_nobody_fails(string trust) => Assert.Equal("Failed", Judge(Nobody with { Roles = [RoleTrusting(trust)] }).Status);

    [Fact]
    public void A_trust_policy_of_everybody_but_some_lets_somebody_in() =>
        Assert.Equal("Passed", Judge(Nobody with { Roles = [RoleTrusting("""{"Statement":{"Effect":"Allow","NotPrincipal":{"AWS":"444455556666"},"Action":"sts:AssumeRole"}}""")] }).Status);

    [Fact]
    public void A_policy_used_only_as_a_permissions_boundary_fails()
    {
        // The holders are listed by their permissions policies, so a boundary is no holder.
        var evidence = Account(Nobody) with { UserPolicies = Evidence.Of<IReadOnlyList<UserPolicies>>([new() { UserName = "alice", Arn = UserArn("alice"), PermissionsBoundaryArn = PolicyArn }]) };

        Assert.Equal("Failed", Judging.JudgeOne("1.20", evidence).Status);
    }

    [Theory]
    [InlineData("support-everything")]
    [InlineData("AWSSupportAccess")]
    public void A_customer_policy_that_allows_support_or_bears_the_name_does_not_count(string name)
    {
        var arn = $"arn:aws:iam::111122223333:policy/{name}";
        var policy = new CustomerPolicy
        {
            PolicyName = name,
            Arn = arn,
            AttachmentCount = 1,
            DefaultVersionId = "v1",
            DefaultDocument = Encoded("""{"Statement":{"Effect":"Allow","Action":"support:*","Resource":"*"}}"""),
        };
        var evidence = Account(Nobody) with
        {
            CustomerPolicies = Evidence.Of<IReadOnlyList<CustomerPolicy>>([policy]),
            UserPolicies = Evidence.Of<IReadOnlyList<UserPolicies>>([new() { UserName = "alice", Arn = UserArn("alice"), AttachedPolicies = [new() { PolicyName = name, PolicyArn = arn }] }]),
        };

        Assert.Equal("Failed", Judging.JudgeOne("1.20", evidence).Status);
    }

    [Fact]
    public void Roles_that_hold_only_other_policies_still_lead_to_a_finding() => Assert.Equal("Failed", Judge(Nobody).Status);

    [Fact]
    public void A_partition_without_the_policy_has_no_verdict()
    {
        var finding = Judge(Nobody with { PolicyExists = false, PolicyArn = "arn:aws-iso:iam::aws:policy/AWSSupportAccess" });

        Assert.Equal((nameof(FindingStatus.NotAvailable), ReasonCode.NotApplicable), (finding.Status, finding.ReasonCode));
    }

    [Fact]
    public void A_denied_listing_is_neither_passed_nor_failed()
    {
        var finding = Judging.JudgeOne("1.20", Judging.Account() with { SupportAccess = Evidence.Missing<SupportAccess>(Judging.Denied("iam:ListEntitiesForPolicy")) });

        Assert.Equal((nameof(FindingStatus.NotAvailable), "iam:ListEntitiesForPolicy"), (finding.Status, finding.Evidence["MissingPermission"]));
    }

    public static TheoryData<SupportAccess, string> Gaps => new()
    {
        { Nobody with { Groups = [Group(0), UnknownGroup] }, "iam:GetGroup" },
        { Nobody with { Roles = [Role("""{"AWS":"AIDACKCEVSQ6C2EXAMPLE"}"""), UnknownRole] }, "iam:GetRole" },
        { Nobody with { Roles = [RoleTrusting("junk"), UnknownRole] }, "iam:GetRole" },
    };

    [Theory]
    [MemberData(nameof(Gaps))]
    public void Where_a_holder_could_not_be_read_and_no_other_serves_there_is_no_verdict(SupportAccess access, string permission)
    {
        var finding = Judge(access);

        Assert.Equal((nameof(FindingStatus.NotAvailable), permission), (finding.Status, finding.Evidence["MissingPermission"]));
    }

    public static TheoryData<SupportAccess> GapsBesideAHolder =>
    [
        Nobody with { Users = ["alice"], Groups = [UnknownGroup], Roles = [UnknownRole] },
        Nobody with { Groups = [UnknownGroup, Group(1)] },
        Nobody with { Roles = [UnknownRole, Role("\"*\"")], Groups = [UnknownGroup] },
        Nobody with { Roles = [RoleTrusting("junk"), Role("\"*\"")] },
    ];

    [Theory]
    [MemberData(nameof(GapsBesideAHolder))]
    public void Where_another_holder_serves_what_could_not_be_read_does_not_matter(SupportAccess access) => Assert.Equal("Passed", Judge(access).Status);

    [Fact]
    public void A_trust_policy_that_is_no_policy_warns()
    {
        var finding = Judge(Nobody with { Roles = [RoleTrusting("junk")] });

        Assert.Equal((nameof(FindingStatus.Warning), ReasonCode.PolicyUnparsable), (finding.Status, finding.ReasonCode));
    }

    public static TheoryData<SupportAccess, string> UnderRequireRole => new()
    {
        { Nobody with { Users = ["alice"], Groups = [Group(3)] }, "Failed" },
        { Nobody with { Users = ["alice"], Groups = [UnknownGroup] }, "Failed" },
        { Nobody with { Users = ["alice"], Roles = [UnknownRole] }, "NotAvailable" },
        { Nobody with { Roles = [Role("\"*\"")] }, "Passed" },
    };

    [Theory]
    [MemberData(nameof(UnderRequireRole))]
    public void RequireRole_counts_roles_only(SupportAccess access, string status) =>
        Assert.Equal(status, Judging.JudgeOne("1.20", Account(access), parameters: new Hashtable { ["RequireRole"] = true }).Status);

    [Theory]
    [InlineData("af-south-1")]
    [InlineData("eu-south-1")]
    public void Where_Security_Hub_does_not_support_it_only_strict_mode_withholds_the_verdict(string region)
    {
        var evidence = Account(Nobody) with { HomeRegion = region };

        Assert.Equal("Failed", Judging.JudgeOne("1.20", evidence).Status);
        Assert.Equal(ReasonCode.ControlNotSupportedInRegion, Judging.JudgeOne("1.20", evidence, strict: true).ReasonCode);
    }

    private static SupportGroup UnknownGroup => new() { GroupName = "hidden", MemberCount = Evidence.Missing<int>(Judging.Denied("iam:GetGroup")) };

    private static SupportRole UnknownRole => new() { RoleName = "hidden", TrustPolicy = Evidence.Missing<string>(Judging.Denied("iam:GetRole")) };

    private static SupportGroup Group(int members) => new() { GroupName = "ops", MemberCount = Evidence.Of(members) };

    private static SupportRole Role(string principal) =>
        RoleTrusting($$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{{principal}},"Action":"sts:AssumeRole"}]}""");

    private static SupportRole RoleTrusting(string trust) => new() { RoleName = "support", TrustPolicy = Evidence.Of(Encoded(trust)) };

    private static CisFinding Judge(SupportAccess access) => Judging.JudgeOne("1.20", Account(access));

    private static AccountEvidence Account(SupportAccess access) => Judging.Account() with { SupportAccess = Evidence.Of(access) };
}
