using CisPosture.Sandbox.State.CloudTrail;
using CisPosture.Sandbox.Tests.Conformance;

namespace CisPosture.Sandbox.Tests.CloudTrail;

public sealed class TrailWriteTests
{
    private const string Everywhere = "arn:aws:cloudtrail:us-east-1:111122223333:trail/everywhere";
    private const string LocalArn = "arn:aws:cloudtrail:us-east-1:111122223333:trail/local";
    private const string Organization = "arn:aws:cloudtrail:us-east-1:999988887777:trail/organization";

    [Theory]
    [InlineData("CreateTrail", """{"Name":"local","S3BucketName":"trail-logs"}""", "TrailAlreadyExistsException")]
    [InlineData("CreateTrail", """{"Name":"a--b","S3BucketName":"trail-logs"}""", "InvalidTrailNameException")]
    [InlineData("CreateTrail", """{"Name":"192.168.5.4","S3BucketName":"trail-logs"}""", "InvalidTrailNameException")]
    [InlineData("CreateTrail", """{"Name":"audit","S3BucketName":"nobody"}""", "S3BucketDoesNotExistException")]
    [InlineData("CreateTrail", """{"Name":"audit","S3BucketName":"closed"}""", "InsufficientS3BucketPolicyException")]
    [InlineData("CreateTrail", """{"Name":"audit","S3BucketName":"trail-logs","S3KeyPrefix":"elsewhere"}""", "InsufficientS3BucketPolicyException")]
    [InlineData("CreateTrail", """{"Name":"audit","S3BucketName":"trail-logs","IsMultiRegionTrail":true,"IncludeGlobalServiceEvents":false}""", "InvalidParameterCombinationException")]
    [InlineData("CreateTrail", """{"Name":"audit","S3BucketName":"trail-logs","IsOrganizationTrail":true}""", "OrganizationsNotInUseException")]
    [InlineData("CreateTrail", """{"Name":"audit","S3BucketName":"trail-logs","SnsTopicName":"nobody"}""", "InvalidSnsTopicNameException")]
    [InlineData("CreateTrail", """{"Name":"audit","S3BucketName":"trail-logs","SnsTopicName":"untold"}""", "InsufficientSnsTopicPolicyException")]
    [InlineData("CreateTrail", """{"Name":"audit","S3BucketName":"trail-logs","TagsList":[{"Key":"aws:a"}]}""", "InvalidTagParameterException")]
    [InlineData("UpdateTrail", """{"Name":"nobody"}""", "TrailNotFoundException")]
    [InlineData("UpdateTrail", $$"""{"Name":"{{Organization}}"}""", "NotOrganizationMasterAccountException")]
    [InlineData("UpdateTrail", """{"Name":"local","KmsKeyId":"alias/nobody"}""", "KmsKeyNotFoundException")]
    [InlineData("UpdateTrail", """{"Name":"local","KmsKeyId":"arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-4000-8000-000000000003"}""", "KmsKeyNotFoundException")]
    [InlineData("UpdateTrail", """{"Name":"local","KmsKeyId":"00000000-0000-4000-8000-000000000002"}""", "KmsException")]
    [InlineData("UpdateTrail", """{"Name":"local","KmsKeyId":"00000000-0000-4000-8000-000000000004"}""", "InsufficientEncryptionPolicyException")]
    [InlineData("UpdateTrail", $$"""{"Name":"local","CloudWatchLogsLogGroupArn":"{{TrailAccount.Group}}"}""", "InvalidParameterCombinationException")]
    [InlineData("UpdateTrail", $$"""{"Name":"local","CloudWatchLogsLogGroupArn":"arn:aws:logs:us-east-1:111122223333:log-group:trail","CloudWatchLogsRoleArn":"{{TrailAccount.Role}}"}""", "InvalidCloudWatchLogsLogGroupArnException")]
    [InlineData("UpdateTrail", $$"""{"Name":"local","CloudWatchLogsLogGroupArn":"arn:aws:logs:us-east-1:111122223333:log-group:nobody:*","CloudWatchLogsRoleArn":"{{TrailAccount.Role}}"}""", "InvalidCloudWatchLogsLogGroupArnException")]
    [InlineData("UpdateTrail", $$"""{"Name":"local","CloudWatchLogsLogGroupArn":"arn:aws:logs:eu-west-1:111122223333:log-group:trail:*","CloudWatchLogsRoleArn":"{{TrailAccount.Role}}"}""", "InvalidCloudWatchLogsLogGroupArnException")]
    [InlineData("UpdateTrail", $$"""{"Name":"local","CloudWatchLogsLogGroupArn":"{{TrailAccount.Group}}","CloudWatchLogsRoleArn":"arn:aws:iam::111122223333:role/nobody"}""", "InvalidCloudWatchLogsRoleArnException")]
    [InlineData("UpdateTrail", $$"""{"Name":"local","CloudWatchLogsLogGroupArn":"{{TrailAccount.Group}}","CloudWatchLogsRoleArn":"arn:aws:iam::111122223333:role/stranger"}""", "InvalidCloudWatchLogsRoleArnException")]
    [InlineData("UpdateTrail", $$"""{"Name":"local","CloudWatchLogsLogGroupArn":"{{TrailAccount.Group}}","CloudWatchLogsRoleArn":"arn:aws:iam::111122223333:role/powerless"}""", "InvalidCloudWatchLogsLogGroupArnException")]
    [InlineData("DeleteTrail", """{"Name":"nobody"}""", "TrailNotFoundException")]
    [InlineData("StartLogging", """{"Name":"arn:aws:s3:::trail-logs"}""", "CloudTrailARNInvalidException")]
    [InlineData("StartLogging", $$"""{"Name":"{{Organization}}"}""", "NotOrganizationMasterAccountException")]
    [InlineData("AddTags", """{"ResourceId":"local","TagsList":[{"Key":"a","Value":"b"}]}""", "CloudTrailARNInvalidException")]
    [InlineData("ListTags", $$"""{"ResourceIdList":["{{Organization}}"]}""", "ResourceNotFoundException")]
    [InlineData("PutEventSelectors", """{"TrailName":"local"}""", "InvalidEventSelectorsException")]
    [InlineData("PutEventSelectors", """{"TrailName":"local","EventSelectors":[{}],"AdvancedEventSelectors":[{"FieldSelectors":[{"Field":"eventCategory","Equals":["Management"]}]}]}""", "InvalidEventSelectorsException")]
    [InlineData("PutEventSelectors", """{"TrailName":"local","EventSelectors":[{},{},{},{},{},{}]}""", "InvalidEventSelectorsException")]
    [InlineData("PutEventSelectors", """{"TrailName":"local","EventSelectors":[{"ReadWriteType":"Some"}]}""", "InvalidEventSelectorsException")]
    [InlineData("PutEventSelectors", """{"TrailName":"local","EventSelectors":[{"ExcludeManagementEventSources":["iam.amazonaws.com"]}]}""", "InvalidEventSelectorsException")]
    [InlineData("PutEventSelectors", """{"TrailName":"local","EventSelectors":[{"DataResources":[{"Type":"AWS::SNS::Topic","Values":["a"]}]}]}""", "InvalidEventSelectorsException")]
    [InlineData("PutEventSelectors", """{"TrailName":"local","AdvancedEventSelectors":[{"FieldSelectors":[{"Field":"readOnly","Equals":["true"]}]}]}""", "InvalidEventSelectorsException")]
    [InlineData("PutEventSelectors", """{"TrailName":"local","AdvancedEventSelectors":[{"FieldSelectors":[{"Field":"eventCategory","Equals":["Management"]},{"Field":"eventName","Equals":["A"]}]}]}""", "InvalidEventSelectorsException")]
    [InlineData("PutEventSelectors", """{"TrailName":"local","AdvancedEventSelectors":[{"FieldSelectors":[{"Field":"eventCategory","Equals":["Data"]}]}]}""", "InvalidEventSelectorsException")]
    public async Task Errors_are_CloudTrail_s_own_and_change_nothing(string operation, string input, string code)
    {
        await using var account = await ScratchAccount.StartAsync(TrailAccount.Json);
        var before = account.Sandbox.Account.Export();

        var answer = await SendAsync(account.Wire, operation, input);

        Assert.Equal(code, answer.Json["__type"]!.ToString());
        Assert.Equal(before, account.Sandbox.Account.Export());
    }

    [Theory]
    [InlineData("UpdateTrail", $$"""{"Name":"{{Everywhere}}"}""", "InvalidHomeRegionException")]
    [InlineData("StartLogging", """{"Name":"everywhere"}""", "InvalidHomeRegionException")]
    [InlineData("DeleteTrail", $$"""{"Name":"{{Everywhere}}"}""", "InvalidHomeRegionException")]
    [InlineData("PutEventSelectors", $$"""{"TrailName":"{{Everywhere}}","EventSelectors":[{}]}""", "InvalidHomeRegionException")]
    [InlineData("UpdateTrail", $$"""{"Name":"{{LocalArn}}"}""", "TrailNotFoundException")]
    [InlineData("AddTags", $$"""{"ResourceId":"{{Everywhere}}","TagsList":[{"Key":"a","Value":"b"}]}""", "ResourceNotFoundException")]
    public async Task A_trail_can_only_be_changed_at_home(string operation, string input, string code)
    {
        await using var account = await ScratchAccount.StartAsync(TrailAccount.Json);
        using var away = new WireClient(account.Sandbox) { Region = "eu-west-1" };

        Assert.Equal(code, (await SendAsync(away, operation, input)).Json["__type"]!.ToString());
    }

    [Fact]
    public async Task A_new_role_is_refused_until_it_has_spread()
    {
        await using var account = await ScratchAccount.StartAsync(TrailAccount.Json);
        account.Sandbox.Account.Change(state => state.Iam.Roles[0].LooksUntilVisible = 1);
        var update = $$"""{"Name":"local","CloudWatchLogsLogGroupArn":"{{TrailAccount.Group}}","CloudWatchLogsRoleArn":"{{TrailAccount.Role}}"}""";

        var early = await SendAsync(account.Wire, "UpdateTrail", update);
        var later = await SendAsync(account.Wire, "UpdateTrail", update);

        Assert.Equal(("InvalidCloudWatchLogsRoleArnException", "Access denied. Verify in IAM that the role has adequate permissions."), (early.Json["__type"]!.ToString(), early.Json["message"]!.ToString()));
        Assert.Equal(TrailAccount.Role, later.Json["CloudWatchLogsRoleArn"]!.ToString());
    }

    [Fact]
    public async Task A_Region_has_at_most_five_trails_of_which_one_of_all_Regions_counts_in_each()
    {
        await using var account = await ScratchAccount.StartAsync(TrailAccount.Json);
        using var away = new WireClient(account.Sandbox) { Region = "eu-west-1" };
        account.Sandbox.Account.Change(state => state.Regions["eu-west-1"].Trails.AddRange(Enumerable.Range(0, 2).Select(number => new Trail { Name = $"irish-{number}", S3BucketName = "trail-logs" })));

        var last = await SendAsync(away, "CreateTrail", """{"Name":"fifth","S3BucketName":"trail-logs"}""");
        var more = await SendAsync(away, "CreateTrail", """{"Name":"sixth","S3BucketName":"trail-logs"}""");
        var everywhere = await SendAsync(account.Wire, "UpdateTrail", """{"Name":"local","IsMultiRegionTrail":true}""");
        var here = await SendAsync(account.Wire, "CreateTrail", """{"Name":"fourth","S3BucketName":"trail-logs"}""");

        Assert.Null(last.Json["__type"]);
        Assert.Equal("MaximumNumberOfTrailsExceededException", more.Json["__type"]!.ToString());
        Assert.Equal("MaximumNumberOfTrailsExceededException", everywhere.Json["__type"]!.ToString());
        Assert.Null(here.Json["__type"]);
    }

    [Theory]
    [InlineData("iam:PassRole", "CreateTrail", $$"""{"Name":"audit","S3BucketName":"trail-logs","CloudWatchLogsLogGroupArn":"{{TrailAccount.Group}}","CloudWatchLogsRoleArn":"{{TrailAccount.Role}}"}""")]
    [InlineData("cloudtrail:AddTags", "CreateTrail", """{"Name":"audit","S3BucketName":"trail-logs","TagsList":[{"Key":"a","Value":"b"}]}""")]
    public async Task What_a_request_carries_needs_its_own_permission(string action, string operation, string input)
    {
        await using var account = await ScratchAccount.StartAsync(TrailAccount.Json, new SandboxOptions { Deny = [action] });

        var answer = await SendAsync(account.Wire, operation, input);

        Assert.Equal("AccessDeniedException", answer.Json["__type"]!.ToString());
        Assert.Contains(action, answer.Json["message"]!.ToString(), StringComparison.Ordinal);
    }

    private static Task<WireAnswer> SendAsync(WireClient client, string operation, string input) =>
        client.JsonAsync("cloudtrail", $"com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.{operation}", input);
}
