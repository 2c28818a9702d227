using CisPosture.Accounts;
using CisPosture.Core.Tests.Controls.Trails;
using static CisPosture.Core.Tests.Controls.Logging.SampleBuckets;

namespace CisPosture.Core.Tests.Controls.Logging;

/// <summary>What 2.3 and 2.6 say of a bucket that is not ours, is gone, or did not answer.</summary>
public sealed class UnlocatedBucketTests
{
    public static TheoryData<string> BucketControls => ["2.3", "2.6"];

    [Theory]
    [MemberData(nameof(BucketControls))]
    public void A_bucket_of_another_account_is_a_warning_never_a_failure(string control)
    {
        var account = AccountWith(new TrailBucket { BucketName = Name, Location = Unlocated(ReasonCode.AccessDenied, "AccessDenied") });

        var finding = Judging.JudgeOne(control, account);

        Assert.Equal(("Warning", ReasonCode.BucketCrossAccountCrossRegion), (finding.Status, finding.ReasonCode));
        Assert.Equal("us-east-1", finding.Region);
        Assert.Equal("s3:GetBucketLocation", finding.Evidence["MissingPermission"]);
        Assert.Contains("no data", Assert.Single(finding.Notes), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(BucketControls))]
    public void The_warning_points_to_the_owner_of_an_organization_trail(string control)
    {
        var account = AccountWith(new TrailBucket { BucketName = Name, Location = Unlocated(ReasonCode.AccessDenied, "AccessDenied") })
            .With(SampleTrails.OfOrganization().Unread());

        Assert.Contains(SampleTrails.ForeignAccountId, Assert.Single(Judging.JudgeOne(control, account).Notes), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(BucketControls))]
    public void A_missing_bucket_is_a_warning_that_names_the_takeover(string control)
    {
        var account = AccountWith(new TrailBucket { BucketName = Name, Location = Unlocated(ReasonCode.ServiceError, "NoSuchBucket") });

        var finding = Judging.JudgeOne(control, account);

        Assert.Equal(("Warning", ReasonCode.BucketNotFound), (finding.Status, finding.ReasonCode));
        Assert.Contains("takes over", finding.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(BucketControls))]
    public void A_bucket_that_goes_while_it_is_read_counts_as_missing(string control)
    {
        var gone = Judging.Denied("s3:GetBucketAcl") with { ReasonCode = ReasonCode.ServiceError, ErrorCode = "NoSuchBucket" };
        var account = AccountWith(Private with
        {
            Grants = Evidence.Missing<IReadOnlyList<BucketGrant>>(gone),
            Logging = Evidence.Missing<BucketLogging>(gone),
        });

        Assert.Equal(ReasonCode.BucketNotFound, Judging.JudgeOne(control, account).ReasonCode);
    }

    [Theory]
    [MemberData(nameof(BucketControls))]
    public void A_throttled_read_is_not_available(string control)
    {
        var account = AccountWith(new TrailBucket { BucketName = Name, Location = Unlocated(ReasonCode.Throttled, "SlowDown") });

        var finding = Judging.JudgeOne(control, account);

        Assert.Equal(("NotAvailable", ReasonCode.Throttled), (finding.Status, finding.ReasonCode));
    }

    [Theory]
    [MemberData(nameof(BucketControls))]
    public void Strict_mode_warns_as_well(string control)
    {
        var account = AccountWith(new TrailBucket { BucketName = Name, Location = Unlocated(ReasonCode.AccessDenied, "AccessDenied") });

        Assert.Equal("Warning", Judging.JudgeOne(control, account, strict: true).Status);
    }
}
