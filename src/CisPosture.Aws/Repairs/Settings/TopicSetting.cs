using Amazon.SimpleNotificationService.Model;
using CisPosture.Aws.Calls;
using CisPosture.Aws.Collectors;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Settings;

/// <summary>An SNS topic that is there, and who made it. Made with a policy that lets this account's alarms publish.</summary>
internal sealed class TopicSetting : Setting
{
    public const string Name = "Topic";
    public const string Owner = "Owner";

    public override string Kind => Name;

    public static RepairTarget Target(string region, string topicArn) => new(Name, region, topicArn);

    public static RepairState OwnedBy(string owner) => RepairState.Of((Owner, owner));

    /// <summary>Lets the alarms of an account publish to a topic, and no other account's.</summary>
    public static RepairState PublishStatement(RepairPlace place, string topicArn) => RepairState.Of(
        ("Sid", "CisPostureAlarms"),
        ("Effect", "Allow"),
        ("Principal", RepairState.Of(("Service", "cloudwatch.amazonaws.com"))),
        ("Action", "sns:Publish"),
        ("Resource", topicArn),
        ("Condition", RepairState.Of(("StringEquals", RepairState.Of(("aws:SourceAccount", place.AccountId))))));

    public override async Task<SettingReading> ReadAsync(RepairContext context, RepairTarget target)
    {
        try
        {
            var answer = await context.Calls.CallAsync(
                RepairOperations.ListTopicTags,
                target.Region,
                cancellation => context.Clients.SimpleNotificationService(target.Region).ListTagsForResourceAsync(
                    new ListTagsForResourceRequest { ResourceArn = target.ResourceId }, cancellation)).ConfigureAwait(false);
            return new SettingReading(RepairState.Of((Owner, answer.Tags.OrEmpty().FirstOrDefault(tag => tag.Key == Ownership.Tag)?.Value)));
        }
        catch (ApiCallException failure) when (failure.Is(ErrorCodes.ResourceNotFound) || failure.Is(ErrorCodes.TopicTagsNotFound) || failure.Is(ErrorCodes.TopicNotFound))
        {
            return SettingReading.Missing;
        }
    }

    public override SettingChange Change(RepairPlace place, RepairTarget target, SettingReading from, RepairState? to) => to is null
        ? SettingChange.Of(
            RepairOperations.DeleteTopic,
            new DeleteTopicRequest { TopicArn = target.ResourceId },
            (clients, request, cancellation) => clients.SimpleNotificationService(target.Region).DeleteTopicAsync(request, cancellation))
        : SettingChange.Of(
            RepairOperations.CreateTopic,
            new CreateTopicRequest
            {
                Name = target.ResourceId.Substring(target.ResourceId.LastIndexOf(':') + 1),
                Attributes = new Dictionary<string, string>(StringComparer.Ordinal) { ["Policy"] = PolicyOf(place, target.ResourceId).Json },
                Tags = [new Tag { Key = Ownership.Tag, Value = to.Text(Owner) }],
            },
            (clients, request, cancellation) => clients.SimpleNotificationService(target.Region).CreateTopicAsync(request, cancellation));

    private static RepairState PolicyOf(RepairPlace place, string topicArn) =>
        RepairState.Of(("Version", "2012-10-17"), ("Statement", new[] { PublishStatement(place, topicArn) }));
}
