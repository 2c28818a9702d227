using System.Collections;
using CisPosture.Accounts;
using CisPosture.Core.Tests.Controls.Trails;
using static CisPosture.Core.Tests.Controls.Trails.SampleTrails;

namespace CisPosture.Core.Tests.Controls.Logging;

/// <summary>Control 2.4.</summary>
public sealed class TrailLogGroupControlTests
{
    private const string GroupArn = "arn:aws:logs:us-east-1:111122223333:log-group:aws-cloudtrail-logs/everything";

    private static Hashtable RecentDelivery => new() { ["RequireRecentDelivery"] = true };

    [Fact]
    public void A_trail_with_a_log_group_passes()
    {
        var finding = Judging.JudgeOne("2.4", Account(Complete().Read()));

        Assert.Equal("Passed", finding.Status);
        Assert.Empty(finding.Notes);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void A_trail_without_a_log_group_fails(string? arn)
    {
        var finding = Judging.JudgeOne("2.4", Account((Complete() with { CloudWatchLogsLogGroupArn = arn }).Read()));

        Assert.Equal(("Failed", "Trail everything delivers to no CloudWatch Logs log group."), (finding.Status, finding.Reason));
        Assert.Equal("Repair-CisCloudTrail", finding.RepairCommand);
    }

    [Fact]
    public void A_trail_without_a_log_group_fails_even_where_its_status_could_not_be_read()
    {
        var trail = (Complete() with { CloudWatchLogsLogGroupArn = null }).Unread();

        Assert.Equal("Failed", Judging.JudgeOne("2.4", Account(trail), parameters: RecentDelivery).Status);
    }

    [Fact]
    public void A_stale_delivery_is_noted()
    {
        var finding = Judging.JudgeOne("2.4", Account(Delivered(Judging.Now.AddHours(-25))));

        Assert.Equal("Passed", finding.Status);
        Assert.Equal(["The last delivery to CloudWatch Logs was 2026-06-14 11:00 UTC."], finding.Notes);
    }

    [Fact]
    public void A_delivery_that_never_happened_and_its_error_are_noted()
    {
        var trail = Complete().Read() with
        {
            Status = Evidence.Of(LoggingStatus() with { LatestCloudWatchLogsDeliveryTime = null, LatestCloudWatchLogsDeliveryError = "Access denied." }),
        };

        Assert.Equal(
            ["Nothing was ever delivered to CloudWatch Logs.", "The last delivery to CloudWatch Logs failed: Access denied."],
            Judging.JudgeOne("2.4", Account(trail)).Notes);
    }

    [Fact]
    public void A_deleted_log_group_passes_with_a_note()
    {
        var finding = Judging.JudgeOne("2.4", Account(Complete().Read(), logGroupExists: Evidence.Of(false)));

        Assert.Equal("Passed", finding.Status);
        Assert.Equal(["Log group aws-cloudtrail-logs/everything does not exist, so nothing is delivered."], finding.Notes);
    }

    [Fact]
    public void A_log_group_of_another_account_passes_with_a_note()
    {
        var trail = Complete() with { IsOrganizationTrail = true, CloudWatchLogsLogGroupArn = $"arn:aws:logs:us-east-1:{ForeignAccountId}:log-group:central:*" };

        var finding = Judging.JudgeOne("2.4", Account(trail.Read()));

        Assert.Equal("Passed", finding.Status);
        Assert.Equal([$"The log group belongs to account {ForeignAccountId}."], finding.Notes);
    }

    [Fact]
    public void What_only_adds_notes_may_be_missing()
    {
        var denied = Evidence.Missing<bool>(Judging.Denied("logs:DescribeLogGroups"));

        var finding = Judging.JudgeOne("2.4", Account(Complete().Unread(), denied));

        Assert.Equal("Passed", finding.Status);
        Assert.Empty(finding.Notes);
    }

    [Theory]
    [InlineData(0, "Passed")]
    [InlineData(23 * 60, "Passed")]
    [InlineData(24 * 60, "Passed")]
    [InlineData((24 * 60) + 1, "Failed")]
    public void With_RequireRecentDelivery_the_last_delivery_may_be_24_hours_old(int minutes, string status) =>
        Assert.Equal(status, Judging.JudgeOne("2.4", Account(Delivered(Judging.Now.AddMinutes(-minutes))), parameters: RecentDelivery).Status);

    [Fact]
    public void With_RequireRecentDelivery_a_trail_that_never_delivered_fails()
    {
        var finding = Judging.JudgeOne("2.4", Account(Delivered(null)), parameters: RecentDelivery);

        Assert.Equal(("Failed", "Trail everything delivered nothing to CloudWatch Logs in the last 24 hours."), (finding.Status, finding.Reason));
    }

    [Fact]
    public void With_RequireRecentDelivery_a_deleted_log_group_fails() =>
        Assert.Equal("Failed", Judging.JudgeOne("2.4", Account(Complete().Read(), Evidence.Of(false)), parameters: RecentDelivery).Status);

    [Fact]
    public void With_RequireRecentDelivery_an_unknown_status_is_not_available()
    {
        var finding = Judging.JudgeOne("2.4", Account(Complete().Unread()), parameters: RecentDelivery);

        Assert.Equal(("NotAvailable", "cloudtrail:GetTrailStatus"), (finding.Status, finding.Evidence["MissingPermission"]));
    }

    [Fact]
    public void With_RequireRecentDelivery_an_unknown_log_group_is_not_available_unless_the_delivery_is_stale_anyway()
    {
        var denied = Evidence.Missing<bool>(Judging.Denied("logs:DescribeLogGroups"));

        Assert.Equal("NotAvailable", Judging.JudgeOne("2.4", Account(Complete().Read(), denied), parameters: RecentDelivery).Status);
        Assert.Equal("Failed", Judging.JudgeOne("2.4", Account(Delivered(null), denied), parameters: RecentDelivery).Status);
    }

    [Fact]
    public void With_RequireRecentDelivery_a_log_group_of_another_account_is_judged_by_the_delivery_alone()
    {
        var trail = Complete() with { CloudWatchLogsLogGroupArn = $"arn:aws:logs:us-east-1:{ForeignAccountId}:log-group:central:*" };

        Assert.Equal("Passed", Judging.JudgeOne("2.4", Judging.Account().With(trail.Read()), parameters: RecentDelivery).Status);
    }

    [Fact]
    public void The_partition_of_the_log_group_does_not_matter()
    {
        var trail = Complete(homeRegion: "us-gov-west-1") with
        {
            Arn = "arn:aws-us-gov:cloudtrail:us-gov-west-1:111122223333:trail/everything",
            CloudWatchLogsLogGroupArn = "arn:aws-us-gov:logs:us-gov-west-1:111122223333:log-group:trail:*",
        };

        Assert.Equal("Passed", Judging.JudgeOne("2.4", Judging.Account("aws-us-gov", "us-gov-west-1").With(trail.Read())).Status);
    }

    private static TrailEvidence Delivered(DateTimeOffset? time) =>
        Complete().Read() with { Status = Evidence.Of(LoggingStatus() with { LatestCloudWatchLogsDeliveryTime = time }) };

    private static AccountEvidence Account(TrailEvidence trail, Evidence<bool>? logGroupExists = null) => Judging.Account().With(trail) with
    {
        TrailLogGroups = new Dictionary<string, Evidence<bool>>(StringComparer.Ordinal) { [GroupArn] = logGroupExists ?? Evidence.Of(true) },
    };
}
