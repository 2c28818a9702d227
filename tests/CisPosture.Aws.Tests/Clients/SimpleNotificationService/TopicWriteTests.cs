using Amazon.SimpleNotificationService.Model;
using CisPosture.Aws.Tests.Support;

namespace CisPosture.Aws.Tests.Clients.SimpleNotificationService;

public sealed class TopicWriteTests
{
    private const string Region = "eu-west-1";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_topic_is_made_with_tags_and_attributes_and_deleted()
    {
        await using var sandbox = await SandboxClients.OpenAsync();
        var sns = sandbox.Clients.SimpleNotificationService(Region);

        var arn = (await sns.CreateTopicAsync(
            new CreateTopicRequest { Name = "cis-alarms", Attributes = new() { ["DisplayName"] = "CIS alarms" }, Tags = [new() { Key = "CisPosture", Value = "1" }] },
            Token)).TopicArn;
        await sns.SetTopicAttributesAsync(new SetTopicAttributesRequest { TopicArn = arn, AttributeName = "KmsMasterKeyId", AttributeValue = "alias/alarms" }, Token);
        await sns.TagResourceAsync(new TagResourceRequest { ResourceArn = arn, Tags = [new() { Key = "Team", Value = "security" }] }, Token);
        await sns.UntagResourceAsync(new UntagResourceRequest { ResourceArn = arn, TagKeys = ["CisPosture"] }, Token);
        var attributes = (await sns.GetTopicAttributesAsync(new GetTopicAttributesRequest { TopicArn = arn }, Token)).Attributes!;
        var tags = (await sns.ListTagsForResourceAsync(new ListTagsForResourceRequest { ResourceArn = arn }, Token)).Tags!;
        var topics = (await sns.ListTopicsAsync(new ListTopicsRequest(), Token)).Topics!;
        await sns.DeleteTopicAsync(new DeleteTopicRequest { TopicArn = arn }, Token);

        Assert.Equal("arn:aws:sns:eu-west-1:111122223333:cis-alarms", arn);
        Assert.Equal(("CIS alarms", "alias/alarms"), (attributes["DisplayName"], attributes["KmsMasterKeyId"]));
        Assert.Contains("__default_policy_ID", attributes["Policy"], StringComparison.Ordinal);
        Assert.Equal(("Team", "security"), (Assert.Single(tags).Key, tags[0].Value));
        Assert.Contains(arn, topics.Select(topic => topic.TopicArn));
        Assert.Equal("NotFound", await SandboxClients.ErrorAsync(() => sns.GetTopicAttributesAsync(new GetTopicAttributesRequest { TopicArn = arn }, Token)));
    }

    [Fact]
    public async Task A_subscription_is_pending_until_it_is_confirmed_and_can_then_be_ended()
    {
        await using var sandbox = await SandboxClients.OpenAsync();
        var sns = sandbox.Clients.SimpleNotificationService(Region);
        var arn = (await sns.CreateTopicAsync(new CreateTopicRequest { Name = "cis-alarms" }, Token)).TopicArn;

        var pending = await sns.SubscribeAsync(new SubscribeRequest { TopicArn = arn, Protocol = "email", Endpoint = "security@example.com", ReturnSubscriptionArn = true }, Token);
        var before = Assert.Single((await sns.ListSubscriptionsByTopicAsync(new ListSubscriptionsByTopicRequest { TopicArn = arn }, Token)).Subscriptions!);
        sandbox.Server.Account.ConfirmSubscriptions("security@example.com");
        var after = Assert.Single((await sns.ListSubscriptionsByTopicAsync(new ListSubscriptionsByTopicRequest { TopicArn = arn }, Token)).Subscriptions!);
        await sns.UnsubscribeAsync(new UnsubscribeRequest { SubscriptionArn = after.SubscriptionArn }, Token);

        Assert.Equal(("PendingConfirmation", pending.SubscriptionArn), (before.SubscriptionArn, after.SubscriptionArn));
        Assert.Empty((await sns.ListSubscriptionsByTopicAsync(new ListSubscriptionsByTopicRequest { TopicArn = arn }, Token)).Subscriptions!);
        Assert.Equal("InvalidParameter", await SandboxClients.ErrorAsync(() => sns.ConfirmSubscriptionAsync(new ConfirmSubscriptionRequest { TopicArn = arn, Token = "made up" }, Token)));
    }
}
