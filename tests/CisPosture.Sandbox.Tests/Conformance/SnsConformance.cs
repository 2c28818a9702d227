using System.Net;
using System.Text.Json.Nodes;

namespace CisPosture.Sandbox.Tests.Conformance;

public sealed class SnsConformance(LoggingServer server)
{
    private const string Region = "us-east-1";
    private const string Topics = "arn:aws:sns:us-east-1:111122223333:";

    [Fact]
    public async Task ListTopics_tells_every_topic() =>
        Assert.Equal([Topics + "alarms", Topics + "plain", Topics + "third"], (await server.Aws.AskAsync(Region, "sns", "list-topics"))["Topics"].Each("TopicArn"));

    [Fact]
    public async Task ListSubscriptionsByTopic_tells_every_subscription()
    {
        var told = (await server.Aws.AskAsync(Region, "sns", "list-subscriptions-by-topic", "--topic-arn", Topics + "alarms"))["Subscriptions"]!;

        Assert.Equal(["security@example.com", "new@example.com", "arn:aws:lambda:us-east-1:999988887777:function:page"], told.Each("Endpoint"));
        Assert.Equal(["111122223333", "111122223333", "999988887777"], told.Each("Owner"));
        Assert.Equal("PendingConfirmation", told[1]!.Text("SubscriptionArn"));
        Assert.StartsWith(Topics + "alarms:", told[0]!.Text("SubscriptionArn"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetTopicAttributes_tells_of_a_topic()
    {
        var told = (await server.Aws.AskAsync(Region, "sns", "get-topic-attributes", "--topic-arn", Topics + "alarms"))["Attributes"]!;

        Assert.Equal(("Alarms", "alias/aws/sns", "2", "1"), (told.Text("DisplayName"), told.Text("KmsMasterKeyId"), told.Text("SubscriptionsConfirmed"), told.Text("SubscriptionsPending")));
        Assert.Empty(JsonNode.Parse(told.Text("Policy")!)!["Statement"]!.AsArray());
    }

    [Theory]
    [InlineData(Topics + "nobody", HttpStatusCode.NotFound, "NotFound")]
    [InlineData("arn:aws:sns:us-east-1:999988887777:alarms", HttpStatusCode.Forbidden, "AuthorizationError")]
    [InlineData("arn:aws:sns:eu-west-1:111122223333:irish", HttpStatusCode.BadRequest, "InvalidParameter")]
    [InlineData("alarms", HttpStatusCode.BadRequest, "InvalidParameter")]
    public async Task Errors_are_those_of_SNS(string topic, HttpStatusCode status, string code)
    {
        using var client = new WireClient(server.Sandbox);

        foreach (var action in (string[])["GetTopicAttributes", "ListSubscriptionsByTopic"])
        {
            var answer = await client.SnsAsync(action, ("TopicArn", topic));
            Assert.Equal((status, code), (answer.Status, answer.Code));
        }
    }
}
