using Amazon.CloudTrail.Model;
using CisPosture.Aws.Tests.Support;

namespace CisPosture.Aws.Tests.Clients.CloudTrail;

public sealed class TrailWriteTests
{
    private const string Region = "us-east-1";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_trail_is_updated_switched_and_put_back()
    {
        await using var sandbox = await SandboxClients.OpenAsync("exemplary");
        var trails = sandbox.Clients.CloudTrail(Region);
        var before = sandbox.Server.Account.Export();
        var trail = (await trails.GetTrailAsync(new GetTrailRequest { Name = "audit" }, Token)).Trail!;

        var bare = await trails.UpdateTrailAsync(new UpdateTrailRequest { Name = trail.TrailARN, EnableLogFileValidation = false, KmsKeyId = "", CloudWatchLogsLogGroupArn = "", CloudWatchLogsRoleArn = "" }, Token);
        await trails.StopLoggingAsync(new StopLoggingRequest { Name = "audit" }, Token);
        var stopped = await trails.GetTrailStatusAsync(new GetTrailStatusRequest { Name = "audit" }, Token);
        await trails.StartLoggingAsync(new StartLoggingRequest { Name = "audit" }, Token);
        await trails.UpdateTrailAsync(
            new UpdateTrailRequest { Name = "audit", EnableLogFileValidation = true, KmsKeyId = trail.KmsKeyId, CloudWatchLogsLogGroupArn = trail.CloudWatchLogsLogGroupArn, CloudWatchLogsRoleArn = trail.CloudWatchLogsRoleArn },
            Token);

        Assert.Equal((null, null, null, false, true), (bare.KmsKeyId, bare.CloudWatchLogsLogGroupArn, bare.CloudWatchLogsRoleArn, bare.LogFileValidationEnabled, bare.IsMultiRegionTrail));
        Assert.False(stopped.IsLogging);
        Assert.Equal(before, sandbox.Server.Account.Export());
    }

    [Fact]
    public async Task A_trail_is_made_tagged_listed_and_deleted()
    {
        await using var sandbox = await SandboxClients.OpenAsync("exemplary");
        var trails = sandbox.Clients.CloudTrail(Region);

        var refused = await SandboxClients.ErrorAsync(() => trails.CreateTrailAsync(new CreateTrailRequest { Name = "second", S3BucketName = "exemplary-trail-logs" }, Token));
        sandbox.Server.Account.Change(account => account.S3.Buckets[0].Policy = account.S3.Buckets[0].Policy!.Replace("trail/audit", "trail/second", StringComparison.Ordinal));
        var made = await trails.CreateTrailAsync(new CreateTrailRequest { Name = "second", S3BucketName = "exemplary-trail-logs", IsMultiRegionTrail = true, TagsList = [new() { Key = "CisPosture", Value = "1" }] }, Token);
        await trails.AddTagsAsync(new AddTagsRequest { ResourceId = made.TrailARN, TagsList = [new() { Key = "Team", Value = "security" }] }, Token);
        await trails.RemoveTagsAsync(new RemoveTagsRequest { ResourceId = made.TrailARN, TagsList = [new() { Key = "CisPosture" }] }, Token);
        var tags = Assert.Single((await trails.ListTagsAsync(new ListTagsRequest { ResourceIdList = [made.TrailARN!] }, Token)).ResourceTagList!);
        var listed = (await trails.ListTrailsAsync(new ListTrailsRequest(), Token)).Trails!;
        await trails.DeleteTrailAsync(new DeleteTrailRequest { Name = made.TrailARN }, Token);

        Assert.Equal("InsufficientS3BucketPolicyException", refused);
        Assert.Equal((made.TrailARN, "Team"), (tags.ResourceId, Assert.Single(tags.TagsList!).Key));
        Assert.Equal(["audit", "second"], listed.Select(trail => trail.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Selectors_can_be_put_back_as_they_were_read()
    {
        await using var sandbox = await SandboxClients.OpenAsync("exemplary");
        var trails = sandbox.Clients.CloudTrail(Region);
        var classic = await trails.PutEventSelectorsAsync(
            new PutEventSelectorsRequest
            {
                TrailName = "audit",
                EventSelectors = [new() { ReadWriteType = "WriteOnly", IncludeManagementEvents = true, DataResources = [new() { Type = "AWS::S3::Object", Values = ["arn:aws:s3"] }], ExcludeManagementEventSources = ["kms.amazonaws.com"] }],
            },
            Token);
        var before = sandbox.Server.Account.Export();

        await trails.PutEventSelectorsAsync(
            new PutEventSelectorsRequest { TrailName = "audit", AdvancedEventSelectors = [new() { Name = "all", FieldSelectors = [new() { Field = "eventCategory", Equals = ["Management"] }] }] },
            Token);
        var advanced = await trails.GetEventSelectorsAsync(new GetEventSelectorsRequest { TrailName = "audit" }, Token);
        await trails.PutEventSelectorsAsync(new PutEventSelectorsRequest { TrailName = "audit", EventSelectors = classic.EventSelectors }, Token);

        Assert.Null(advanced.EventSelectors);
        Assert.Equal(["Management"], Assert.Single(Assert.Single(advanced.AdvancedEventSelectors!).FieldSelectors!).Equals!);
        Assert.Equal(before, sandbox.Server.Account.Export());
    }
}
