using CisPosture.Controls.Trails;

namespace CisPosture.Core.Tests.Controls.Trails;

public sealed class TrailLogGroupTests
{
    [Theory]
    [InlineData("arn:aws:logs:eu-west-1:111122223333:log-group:CloudTrail/DefaultLogGroup:*")]
    [InlineData("arn:aws:logs:eu-west-1:111122223333:log-group:CloudTrail/DefaultLogGroup")]
    public void The_ARN_tells_name_Region_and_account_with_or_without_the_star(string arn)
    {
        var group = TrailLogGroup.Of(SampleTrails.Complete() with { CloudWatchLogsLogGroupArn = arn });

        Assert.Equal(
            new TrailLogGroup("arn:aws:logs:eu-west-1:111122223333:log-group:CloudTrail/DefaultLogGroup", "CloudTrail/DefaultLogGroup", "eu-west-1", "111122223333"),
            group);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("CloudTrail/DefaultLogGroup")]
    [InlineData("arn:aws:s3:::bucket")]
    public void What_names_no_log_group_is_none(string? arn) =>
        Assert.Null(TrailLogGroup.Of(SampleTrails.Complete() with { CloudWatchLogsLogGroupArn = arn }));
}
