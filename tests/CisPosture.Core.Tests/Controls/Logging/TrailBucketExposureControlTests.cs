using CisPosture.Accounts;
using CisPosture.Core.Tests.Controls.Trails;
using static CisPosture.Core.Tests.Controls.Logging.SampleBuckets;

namespace CisPosture.Core.Tests.Controls.Logging;

/// <summary>Control 2.3.</summary>
public sealed class TrailBucketExposureControlTests
{
    private static readonly PublicAccessBlock IgnoresAcls = new() { IgnorePublicAcls = true };
    private static readonly PublicAccessBlock RestrictsPolicy = new() { RestrictPublicBuckets = true };

    private static TrailBucket PublicByAcl => Private with { Grants = Granting(Grant(AllUsers)) };

    private static TrailBucket PublicByPolicy => Private with { IsPolicyPublic = Evidence.Of(true) };

    public static TheoryData<string, TrailBucket> OpenBuckets => new()
    {
        { "READ to everybody", PublicByAcl },
        { "READ to every AWS account", Private with { Grants = Granting(Grant(AuthenticatedUsers)) } },
        { "WRITE to everybody", Private with { Grants = Granting(Grant(AllUsers, "WRITE")) } },
        { "READ_ACP to everybody", Private with { Grants = Granting(Grant(AllUsers, "READ_ACP")) } },
        { "public policy", PublicByPolicy },
        { "BlockPublicAcls alone leaves an old grant in force", PublicByAcl with { PublicAccessBlock = Evidence.Of(new PublicAccessBlock { BlockPublicAcls = true }) } },
        { "BlockPublicPolicy alone leaves an old policy in force", PublicByPolicy with { PublicAccessBlock = Evidence.Of(new PublicAccessBlock { BlockPublicPolicy = true }) } },
        { "RestrictPublicBuckets does nothing about grants", PublicByAcl with { PublicAccessBlock = Evidence.Of(RestrictsPolicy) } },
        { "IgnorePublicAcls does nothing about a policy", PublicByPolicy with { PublicAccessBlock = Evidence.Of(IgnoresAcls) } },
        { "BucketOwnerPreferred leaves grants in force", PublicByAcl with { ObjectOwnership = Evidence.Of("BucketOwnerPreferred") } },
        { "public policy and a list that could not be read", PublicByPolicy with { Grants = Denied<IReadOnlyList<BucketGrant>>("s3:GetBucketAcl") } },
        { "public grant and a policy that could not be read", PublicByAcl with { IsPolicyPublic = Denied<bool>("s3:GetBucketPolicyStatus") } },
        { "public policy and an ownership that could not be read", PublicByPolicy with { ObjectOwnership = Denied<string>("s3:GetBucketOwnershipControls") } },
    };

    public static TheoryData<string, TrailBucket> ClosedBuckets => new()
    {
        { "private", Private },
        { "grant to log delivery only", Private with { Grants = Granting(Grant(LogDelivery, "WRITE")) } },
        { "policy that S3 does not call public because of its conditions", Private with { IsPolicyPublic = Evidence.Of(false) } },
        { "public grant, ignored by the bucket's block", PublicByAcl with { PublicAccessBlock = Evidence.Of(IgnoresAcls) } },
        { "public grant without effect since the owner owns all objects", PublicByAcl with { ObjectOwnership = Evidence.Of("BucketOwnerEnforced") } },
        { "public policy, restricted by the bucket's block", PublicByPolicy with { PublicAccessBlock = Evidence.Of(RestrictsPolicy) } },
        { "list not read, but ignored anyway", Private with { Grants = Denied<IReadOnlyList<BucketGrant>>("s3:GetBucketAcl"), PublicAccessBlock = Evidence.Of(IgnoresAcls) } },
        { "list not read, but without effect", Private with { Grants = Denied<IReadOnlyList<BucketGrant>>("s3:GetBucketAcl"), ObjectOwnership = Evidence.Of("BucketOwnerEnforced") } },
        { "policy not read, but restricted anyway", Private with { IsPolicyPublic = Denied<bool>("s3:GetBucketPolicyStatus"), PublicAccessBlock = Evidence.Of(RestrictsPolicy) } },
        { "block not read, but nothing to take back", Private with { PublicAccessBlock = Denied<PublicAccessBlock>("s3:GetBucketPublicAccessBlock") } },
        { "ownership not read, but nothing to take back", Private with { ObjectOwnership = Denied<string>("s3:GetBucketOwnershipControls") } },
    };

    public static TheoryData<string, TrailBucket, string> UndecidedBuckets => new()
    {
        { "list not read", Private with { Grants = Denied<IReadOnlyList<BucketGrant>>("s3:GetBucketAcl") }, "s3:GetBucketAcl" },
        { "policy not read", Private with { IsPolicyPublic = Denied<bool>("s3:GetBucketPolicyStatus") }, "s3:GetBucketPolicyStatus" },
        { "public grant, block not read", PublicByAcl with { PublicAccessBlock = Denied<PublicAccessBlock>("s3:GetBucketPublicAccessBlock") }, "s3:GetBucketPublicAccessBlock" },
        { "public policy, block not read", PublicByPolicy with { PublicAccessBlock = Denied<PublicAccessBlock>("s3:GetBucketPublicAccessBlock") }, "s3:GetBucketPublicAccessBlock" },
        { "public grant, ownership not read", PublicByAcl with { ObjectOwnership = Denied<string>("s3:GetBucketOwnershipControls") }, "s3:GetBucketOwnershipControls" },
    };

    [Theory]
    [MemberData(nameof(OpenBuckets))]
    public void A_bucket_that_the_public_can_reach_fails(string bucket, TrailBucket value)
    {
        var finding = Judging.JudgeOne("2.3", AccountWith(value));

        Assert.True(finding.Status == "Failed", $"{bucket}: {finding}");
        Assert.Equal("Repair-CisTrailBucket", finding.RepairCommand);
    }

    [Theory]
    [MemberData(nameof(ClosedBuckets))]
    public void A_bucket_that_the_public_cannot_reach_passes(string bucket, TrailBucket value)
    {
        var finding = Judging.JudgeOne("2.3", AccountWith(value));

        Assert.True(finding.Status == "Passed", $"{bucket}: {finding}");
    }

    [Theory]
    [MemberData(nameof(UndecidedBuckets))]
    public void What_could_open_the_bucket_and_was_not_read_leaves_it_open_to_question(string bucket, TrailBucket value, string permission)
    {
        var finding = Judging.JudgeOne("2.3", AccountWith(value));

        Assert.True(finding.Status == "NotAvailable", $"{bucket}: {finding}");
        Assert.Equal(ReasonCode.AccessDenied, finding.ReasonCode);
        Assert.Equal(permission, finding.Evidence["MissingPermission"]);
    }

    [Fact]
    public void The_accounts_own_block_closes_a_bucket_as_its_own_would()
    {
        Assert.Equal("Passed", Judging.JudgeOne("2.3", AccountWith(PublicByAcl, IgnoresAcls)).Status);
        Assert.Equal("Passed", Judging.JudgeOne("2.3", AccountWith(PublicByPolicy, RestrictsPolicy)).Status);
        Assert.Equal("Failed", Judging.JudgeOne("2.3", AccountWith(PublicByPolicy, IgnoresAcls)).Status);
    }

    [Fact]
    public void An_account_block_that_was_not_read_matters_only_where_it_could_close_the_bucket()
    {
        AccountEvidence Unread(TrailBucket bucket) =>
            AccountWith(bucket) with { AccountPublicAccessBlock = Denied<PublicAccessBlock>("s3:GetAccountPublicAccessBlock") };

        Assert.Equal("s3:GetAccountPublicAccessBlock", Judging.JudgeOne("2.3", Unread(PublicByAcl)).Evidence["MissingPermission"]);
        Assert.Equal("Passed", Judging.JudgeOne("2.3", Unread(Private)).Status);
        Assert.Equal("Passed", Judging.JudgeOne("2.3", Unread(PublicByAcl with { PublicAccessBlock = Evidence.Of(IgnoresAcls) })).Status);
    }

    [Fact]
    public void The_reason_names_every_way_in()
    {
        var open = PublicByPolicy with { Grants = Granting(Grant(AllUsers), Grant(AuthenticatedUsers, "WRITE")) };

        Assert.Equal(
            $"Bucket {Name} is open to the public through its access control list (READ to AllUsers, WRITE to AuthenticatedUsers) and policy.",
            Judging.JudgeOne("2.3", AccountWith(open)).Reason);
    }

    [Fact]
    public void Grants_and_policies_without_effect_are_noted()
    {
        var neutral = PublicByPolicy with
        {
            Grants = Granting(Grant(AllUsers)),
            PublicAccessBlock = Evidence.Of(new PublicAccessBlock { IgnorePublicAcls = true, RestrictPublicBuckets = true }),
        };

        Assert.Equal(2, Judging.JudgeOne("2.3", AccountWith(neutral)).Notes.Count);
    }

    [Fact]
    public void The_finding_is_about_the_bucket_in_its_own_Region_and_partition()
    {
        var account = AccountWith(Private with { Location = Evidence.Of("cn-northwest-1") }) with { Partition = "aws-cn", HomeRegion = "cn-north-1" };

        var finding = Judging.JudgeOne("2.3", account);

        Assert.Equal(("AwsS3Bucket", $"arn:aws-cn:s3:::{Name}", "cn-northwest-1"), (finding.ResourceType, finding.ResourceId, finding.Region));
    }

    [Fact]
    public void A_bucket_of_several_trails_is_judged_once_and_names_them()
    {
        var account = Closed(Judging.Account().With(SampleTrails.Complete("a").Read(), SampleTrails.Complete("b").Read()));

        var finding = Judging.JudgeOne("2.3", account);

        Assert.Equal(
            ["arn:aws:cloudtrail:us-east-1:111122223333:trail/a", "arn:aws:cloudtrail:us-east-1:111122223333:trail/b"],
            Assert.IsType<string[]>(finding.Evidence["TrailArns"]));
    }

    [Fact]
    public void The_log_archive_of_an_organization_judges_the_bucket_that_a_foreign_trail_writes_to_it()
    {
        var account = Closed(Judging.Account().With(SampleTrails.OfOrganization().Unread()));

        Assert.Equal("Passed", Judging.JudgeOne("2.3", account).Status);
    }

    [Fact]
    public void A_bucket_that_nobody_read_is_not_available() =>
        Assert.Equal(ReasonCode.NotCollected, Judging.JudgeOne("2.3", Judging.Account().With(SampleTrails.Complete().Read())).ReasonCode);
}
