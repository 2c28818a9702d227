using CisPosture.Accounts;
using static CisPosture.Core.Tests.Controls.Logging.SampleBuckets;

namespace CisPosture.Core.Tests.Controls.Logging;

/// <summary>Control 2.6.</summary>
public sealed class TrailBucketLoggingControlTests
{
    [Fact]
    public void A_bucket_that_logs_access_passes()
    {
        var finding = Judging.JudgeOne("2.6", AccountWith(Private));

        Assert.Equal(("Passed", $"Bucket {Name} logs access to bucket access-logs-111122223333."), (finding.Status, finding.Reason));
        Assert.Empty(finding.Notes);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void A_bucket_without_a_target_fails(string? target)
    {
        var finding = Judging.JudgeOne("2.6", AccountWith(Private with { Logging = Evidence.Of(new BucketLogging { TargetBucket = target }) }));

        Assert.Equal(("Failed", $"Bucket {Name} does not log access."), (finding.Status, finding.Reason));
        Assert.Equal("Repair-CisTrailBucket", finding.RepairCommand);
    }

    [Fact]
    public void A_public_bucket_that_logs_access_passes() =>
        Assert.Equal("Passed", Judging.JudgeOne("2.6", AccountWith(Private with { Grants = Granting(Grant(AllUsers)), IsPolicyPublic = Evidence.Of(true) })).Status);

    [Fact]
    public void A_bucket_that_logs_to_itself_passes_with_a_note()
    {
        var finding = Judging.JudgeOne("2.6", AccountWith(Private with { Logging = Evidence.Of(new BucketLogging { TargetBucket = Name, TargetExists = Evidence.Of(true) }) }));

        Assert.Equal("Passed", finding.Status);
        Assert.Contains("to itself", Assert.Single(finding.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_target_that_is_gone_passes_with_a_note()
    {
        var finding = Judging.JudgeOne("2.6", AccountWith(Private with { Logging = Evidence.Of(new BucketLogging { TargetBucket = "gone", TargetExists = Evidence.Of(false) }) }));

        Assert.Equal("Passed", finding.Status);
        Assert.Equal(["Target bucket gone does not exist, so the access logs are lost."], finding.Notes);
    }

    [Fact]
    public void A_target_that_could_not_be_looked_up_takes_nothing_from_the_verdict()
    {
        var logging = new BucketLogging { TargetBucket = "elsewhere", TargetExists = Denied<bool>("s3:ListBucket") };

        var finding = Judging.JudgeOne("2.6", AccountWith(Private with { Logging = Evidence.Of(logging) }));

        Assert.Equal("Passed", finding.Status);
        Assert.Empty(finding.Notes);
    }

    [Fact]
    public void An_error_answer_is_not_logging_that_is_on()
    {
        var finding = Judging.JudgeOne("2.6", AccountWith(Private with { Logging = Denied<BucketLogging>("s3:GetBucketLogging") }));

        Assert.Equal(("NotAvailable", ReasonCode.AccessDenied), (finding.Status, finding.ReasonCode));
        Assert.Equal("s3:GetBucketLogging", finding.Evidence["MissingPermission"]);
    }

    [Fact]
    public void The_finding_is_about_the_bucket_in_its_own_Region()
    {
        var finding = Judging.JudgeOne("2.6", AccountWith(Private));

        Assert.Equal(("AwsS3Bucket", $"arn:aws:s3:::{Name}", "eu-west-1"), (finding.ResourceType, finding.ResourceId, finding.Region));
    }
}
