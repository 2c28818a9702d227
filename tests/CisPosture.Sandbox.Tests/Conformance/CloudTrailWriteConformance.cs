using System.Text.Json.Nodes;
using CisPosture.Sandbox.State.CloudTrail;
using CisPosture.Sandbox.Tests.CloudTrail;

namespace CisPosture.Sandbox.Tests.Conformance;

public sealed class CloudTrailWriteConformance
{
    private const string Region = ScratchAccount.Region;
    private const string Audit = "arn:aws:cloudtrail:us-east-1:111122223333:trail/audit";

    [Fact]
    public async Task A_trail_is_made_switched_on_and_off_and_deleted()
    {
        await using var account = await ScratchAccount.StartAsync(TrailAccount.Json);
        var before = account.Sandbox.Account.Export();

        var made = await AskAsync(account, "create-trail", "--name", "audit", "--s3-bucket-name", "trail-logs", "--is-multi-region-trail", "--enable-log-file-validation", "--tags-list", "Key=CisPosture,Value=1");
        var silent = await AskAsync(account, "get-trail-status", "--name", "audit");
        await DoAsync(account, "start-logging", "--name", "audit");
        var loud = await AskAsync(account, "get-trail-status", "--name", "audit");
        var told = (await AskAsync(account, "get-trail", "--name", "audit"))["Trail"]!;
        await DoAsync(account, "stop-logging", "--name", Audit);
        await DoAsync(account, "delete-trail", "--name", Audit);

        Assert.Equal((Audit, "trail-logs", true, true), (made.Text("TrailARN"), made.Text("S3BucketName"), Flag(made, "IsMultiRegionTrail"), Flag(made, "LogFileValidationEnabled")));
        Assert.Equal((false, true), (Flag(silent, "IsLogging"), Flag(loud, "IsLogging")));
        Assert.NotNull(loud["StartLoggingTime"].Time());
        Assert.Equal((Region, Audit), (told.Text("HomeRegion"), told.Text("TrailARN")));
        Assert.Equal(before, account.Sandbox.Account.Export());
    }

    [Fact]
    public async Task A_trail_keeps_what_an_update_does_not_mention_and_loses_what_it_empties()
    {
        await using var account = await ScratchAccount.StartAsync(TrailAccount.Json);
        var before = account.Sandbox.Account.Export();

        var all = await AskAsync(account, "update-trail", "--name", "local", "--cloud-watch-logs-log-group-arn", TrailAccount.Group, "--cloud-watch-logs-role-arn", TrailAccount.Role, "--kms-key-id", "alias/trail", "--sns-topic-name", "told", "--is-multi-region-trail");
        var one = await AskAsync(account, "update-trail", "--name", "local", "--enable-log-file-validation");
        await AskAsync(account, "update-trail", "--name", "local", "--no-enable-log-file-validation", "--no-is-multi-region-trail", "--cloud-watch-logs-log-group-arn", "", "--cloud-watch-logs-role-arn", "", "--kms-key-id", "", "--sns-topic-name", "");

        Assert.Equal((TrailAccount.Group, TrailAccount.Role, TrailAccount.Key), (all.Text("CloudWatchLogsLogGroupArn"), all.Text("CloudWatchLogsRoleArn"), all.Text("KmsKeyId")));
        Assert.Equal("arn:aws:sns:us-east-1:111122223333:told", all.Text("SnsTopicARN"));
        Assert.Equal((TrailAccount.Group, TrailAccount.Key, true, true), (one.Text("CloudWatchLogsLogGroupArn"), one.Text("KmsKeyId"), Flag(one, "IsMultiRegionTrail"), Flag(one, "LogFileValidationEnabled")));
        Assert.Equal(before, account.Sandbox.Account.Export());
    }

    [Fact]
    public async Task Selectors_take_the_place_of_those_that_there_were()
    {
        await using var account = await ScratchAccount.StartAsync(TrailAccount.Json);
        const string classic = """[{"ReadWriteType":"WriteOnly","IncludeManagementEvents":true,"DataResources":[{"Type":"AWS::S3::Object","Values":["arn:aws:s3:::trail-logs/"]}],"ExcludeManagementEventSources":["kms.amazonaws.com"]}]""";
        const string advanced = """[{"Name":"all","FieldSelectors":[{"Field":"eventCategory","Equals":["Management"]},{"Field":"eventSource","NotEquals":["rdsdata.amazonaws.com"]}]},{"FieldSelectors":[{"Field":"eventCategory","Equals":["Data"]},{"Field":"resources.type","Equals":["AWS::S3::Object"]},{"Field":"resources.ARN","StartsWith":["arn:aws:s3:::trail-logs/"]}]}]""";

        var first = await AskAsync(account, "put-event-selectors", "--trail-name", "local", "--event-selectors", classic);
        var read = await AskAsync(account, "get-event-selectors", "--trail-name", "local");
        var second = await AskAsync(account, "put-event-selectors", "--trail-name", "local", "--advanced-event-selectors", advanced);

        Assert.Equal(classic, first["EventSelectors"]!.ToJsonString());
        Assert.Equal(classic, read["EventSelectors"]!.ToJsonString());
        Assert.Equal(advanced, second["AdvancedEventSelectors"]!.ToJsonString());
        Assert.Empty(Local(account).EventSelectors);
    }

    [Fact]
    public async Task Tags_are_put_on_told_and_taken_off()
    {
        await using var account = await ScratchAccount.StartAsync(TrailAccount.Json);
        const string arn = "arn:aws:cloudtrail:us-east-1:111122223333:trail/local";

        await DoAsync(account, "add-tags", "--resource-id", arn, "--tags-list", "Key=CisPosture,Value=1", "Key=Team,Value=security");
        await DoAsync(account, "remove-tags", "--resource-id", arn, "--tags-list", "Key=CisPosture");
        var tags = await AskAsync(account, "list-tags", "--resource-id-list", arn);

        Assert.Equal($$"""[{"ResourceId":"{{arn}}","TagsList":[{"Key":"Team","Value":"security"}]}]""", tags["ResourceTagList"]!.ToJsonString());
    }

    private static bool Flag(JsonNode node, string member) => node[member]!.GetValue<bool>();

    private static Trail Local(ScratchAccount account) => account.Sandbox.Account.Regions[Region].Trails.Single(trail => trail.Name == "local");

    private static Task<JsonNode> AskAsync(ScratchAccount account, params string[] arguments) => account.Aws.AskAsync(Region, ["cloudtrail", .. arguments]);

    private static Task DoAsync(ScratchAccount account, params string[] arguments) => account.Aws.DoAsync(Region, ["cloudtrail", .. arguments]);
}
