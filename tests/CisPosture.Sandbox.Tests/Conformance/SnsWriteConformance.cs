using System.Text.Json.Nodes;
using CisPosture.Sandbox.State.Sns;

namespace CisPosture.Sandbox.Tests.Conformance;

public sealed class SnsWriteConformance
{
    private const string Region = ScratchAccount.Region;
    private const string Arn = "arn:aws:sns:us-east-1:111122223333:alarms";

    [Fact]
    public async Task A_topic_is_made_set_tagged_and_deleted()
    {
        await using var account = await ScratchAccount.StartAsync();
        var policy = $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"cloudwatch.amazonaws.com"},"Action":"SNS:Publish","Resource":"{{Arn}}"}]}""";

        var made = await account.Aws.AskAsync(Region, "sns", "create-topic", "--name", "alarms", "--tags", "Key=CisPosture,Value=1", "--attributes", "DisplayName=Alarms");
        await account.Aws.DoAsync(Region, "sns", "set-topic-attributes", "--topic-arn", Arn, "--attribute-name", "Policy", "--attribute-value", policy);
        await account.Aws.DoAsync(Region, "sns", "tag-resource", "--resource-arn", Arn, "--tags", "Key=Team,Value=security");
        await account.Aws.DoAsync(Region, "sns", "untag-resource", "--resource-arn", Arn, "--tag-keys", "CisPosture");
        var attributes = (await account.Aws.AskAsync(Region, "sns", "get-topic-attributes", "--topic-arn", Arn))["Attributes"]!;
        var tags = (await account.Aws.AskAsync(Region, "sns", "list-tags-for-resource", "--resource-arn", Arn))["Tags"]!;
        await account.Aws.DoAsync(Region, "sns", "delete-topic", "--topic-arn", Arn);

        Assert.Equal(Arn, made.Text("TopicArn"));
        Assert.Equal(("Alarms", policy), (attributes.Text("DisplayName"), attributes.Text("Policy")));
        Assert.Equal("""[{"Key":"Team","Value":"security"}]""", tags.ToJsonString());
        Assert.Empty(account.Sandbox.Account.Regions[Region].Topics);
        Assert.Equal(5, account.Sandbox.Requests.Writes);
    }

    [Fact]
    public async Task A_subscription_waits_until_its_receiver_agrees()
    {
        await using var account = await ScratchAccount.StartAsync("""{ "regions": { "us-east-1": { "topics": [ { "name": "alarms" } ] } } }""");

        var asked = await account.Aws.AskAsync(Region, "sns", "subscribe", "--topic-arn", Arn, "--protocol", "email", "--notification-endpoint", "security@example.com");
        var told = await account.Aws.AskAsync(Region, "sns", "subscribe", "--topic-arn", Arn, "--protocol", "email", "--notification-endpoint", "security@example.com", "--return-subscription-arn");
        var early = await account.Aws.ErrorAsync(Region, "sns", "unsubscribe", "--subscription-arn", told.Text("SubscriptionArn")!);
        var confirmed = await account.Aws.AskAsync(Region, "sns", "confirm-subscription", "--topic-arn", Arn, "--token", Only(account).Token);
        var listed = Assert.Single((await account.Aws.AskAsync(Region, "sns", "list-subscriptions-by-topic", "--topic-arn", Arn))["Subscriptions"]!.AsArray())!;
        await account.Aws.DoAsync(Region, "sns", "unsubscribe", "--subscription-arn", confirmed.Text("SubscriptionArn")!);

        Assert.Equal("pending confirmation", asked.Text("SubscriptionArn"));
        Assert.Equal("InvalidParameter", early);
        Assert.Equal(told.Text("SubscriptionArn"), confirmed.Text("SubscriptionArn"));
        Assert.Equal(confirmed.Text("SubscriptionArn"), listed.Text("SubscriptionArn"));
        Assert.Empty(account.Sandbox.Account.Regions[Region].Topics[0].Subscriptions);
    }

    [Theory]
    [InlineData("https", "https://example.com/alarms", false)]
    [InlineData("sqs", "arn:aws:sqs:us-east-1:111122223333:alarms", true)]
    [InlineData("sqs", "arn:aws:sqs:us-east-1:999988887777:alarms", false)]
    [InlineData("lambda", "arn:aws:lambda:us-east-1:111122223333:function:page", true)]
    [InlineData("sms", "+15555550100", true)]
    public async Task Only_AWS_s_own_services_need_not_be_asked(string protocol, string endpoint, bool isConfirmed)
    {
        await using var account = await ScratchAccount.StartAsync("""{ "regions": { "us-east-1": { "topics": [ { "name": "alarms" } ] } } }""");

        await account.Wire.SnsAsync("Subscribe", ("TopicArn", Arn), ("Protocol", protocol), ("Endpoint", endpoint));

        Assert.Equal(isConfirmed, Only(account).IsConfirmed);
    }

    [Fact]
    public async Task Making_a_topic_again_tells_its_ARN_unless_it_is_to_be_another()
    {
        await using var account = await ScratchAccount.StartAsync("""{ "regions": { "us-east-1": { "topics": [ { "name": "alarms", "displayName": "Alarms", "tags": { "Team": "security" } } ] } } }""");

        var same = await account.Wire.SnsAsync("CreateTopic", ("Name", "alarms"));
        var sameTags = await account.Wire.SnsAsync("CreateTopic", ("Name", "alarms"), ("Tags.member.1.Key", "Team"), ("Tags.member.1.Value", "security"));
        var otherTags = await account.Wire.SnsAsync("CreateTopic", ("Name", "alarms"), ("Tags.member.1.Key", "CisPosture"), ("Tags.member.1.Value", "1"));
        var otherName = await account.Wire.SnsAsync("CreateTopic", ("Name", "alarms"), ("Attributes.entry.1.key", "DisplayName"), ("Attributes.entry.1.value", "Other"));

        Assert.Equal((Arn, Arn), (same.Value("TopicArn"), sameTags.Value("TopicArn")));
        Assert.Equal("Invalid parameter: Tags Reason: Topic already exists with different tags", otherTags.Message);
        Assert.Equal("Invalid parameter: Attributes Reason: Topic already exists with different attributes", otherName.Message);
        Assert.Equal("security", Assert.Single(account.Sandbox.Account.Regions[Region].Topics).Tags["Team"]);
    }

    [Fact]
    public async Task The_policy_that_AWS_gives_every_topic_can_be_put_back_without_a_trace()
    {
        await using var account = await ScratchAccount.StartAsync("""{ "regions": { "us-east-1": { "topics": [ { "name": "alarms" } ] } } }""");
        var before = account.Sandbox.Account.Export();
        var given = Attribute(await account.Wire.SnsAsync("GetTopicAttributes", ("TopicArn", Arn)), "Policy")!;
        var other = JsonNode.Parse(given)!;
        other["Statement"]![0]!["Condition"] = null;

        await SetPolicyAsync(account, other.ToJsonString());
        var changed = account.Sandbox.Account.Export();
        await SetPolicyAsync(account, given);

        Assert.NotEqual(before, changed);
        Assert.Equal(before, account.Sandbox.Account.Export());
    }

    [Theory]
    [InlineData("CreateTopic", "InvalidParameter", "Name", "no spaces")]
    [InlineData("Subscribe", "InvalidParameter", "TopicArn", Arn, "Protocol", "pigeon", "Endpoint", "loft")]
    [InlineData("Subscribe", "InvalidParameter", "TopicArn", Arn, "Protocol", "email", "Endpoint", "nobody")]
    [InlineData("Subscribe", "InvalidParameter", "TopicArn", Arn, "Protocol", "https", "Endpoint", "http://example.com")]
    [InlineData("Subscribe", "NotFound", "TopicArn", Arn + "s", "Protocol", "email", "Endpoint", "a@example.com")]
    [InlineData("Unsubscribe", "InvalidParameter", "SubscriptionArn", "PendingConfirmation")]
    [InlineData("Unsubscribe", "NotFound", "SubscriptionArn", Arn + ":00000000-0000-4000-8000-000000000000")]
    [InlineData("ConfirmSubscription", "InvalidParameter", "TopicArn", Arn, "Token", "made up")]
    [InlineData("SetTopicAttributes", "InvalidParameter", "TopicArn", Arn, "AttributeName", "Policy", "AttributeValue", "{")]
    [InlineData("SetTopicAttributes", "InvalidParameter", "TopicArn", Arn, "AttributeName", "Owner", "AttributeValue", "999988887777")]
    [InlineData("TagResource", "ResourceNotFound", "ResourceArn", Arn + "s", "Tags.member.1.Key", "a", "Tags.member.1.Value", "b")]
    [InlineData("TagResource", "InvalidParameter", "ResourceArn", Arn, "Tags.member.1.Key", "aws:a", "Tags.member.1.Value", "b")]
    public async Task Errors_are_those_of_SNS_and_change_nothing(string action, string code, params string[] parameters)
    {
        await using var account = await ScratchAccount.StartAsync("""{ "regions": { "us-east-1": { "topics": [ { "name": "alarms" } ] } } }""");
        var before = account.Sandbox.Account.Export();

        var answer = await account.Wire.SnsAsync(action, [.. parameters.Chunk(2).Select(pair => (pair[0], pair[1]))]);

        Assert.Equal(code, answer.Code);
        Assert.Equal(before, account.Sandbox.Account.Export());
    }

    private static string? Attribute(WireAnswer answer, string name) => answer.Xml.Descendants()
        .Where(element => element.Name.LocalName == "entry" && element.Elements().First().Value == name)
        .Select(element => element.Elements().Last().Value)
        .SingleOrDefault();

    private static async Task SetPolicyAsync(ScratchAccount account, string policy) =>
        Assert.Null((await account.Wire.SnsAsync("SetTopicAttributes", ("TopicArn", Arn), ("AttributeName", "Policy"), ("AttributeValue", policy))).Code);

    private static Subscription Only(ScratchAccount account) => Assert.Single(account.Sandbox.Account.Regions[Region].Topics[0].Subscriptions);
}
