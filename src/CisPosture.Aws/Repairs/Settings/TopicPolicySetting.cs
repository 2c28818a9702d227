using Amazon.SimpleNotificationService.Model;
using CisPosture.Aws.Calls;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Settings;

/// <summary>The policy of a topic that was there before.</summary>
internal sealed class TopicPolicySetting : Setting
{
    public const string Name = "TopicPolicy";

    private const string Attribute = "Policy";

    public override string Kind => Name;

    public static RepairTarget Target(string region, string topicArn) => new(Name, region, topicArn);

    public override async Task<SettingReading> ReadAsync(RepairContext context, RepairTarget target)
    {
        try
        {
            var answer = await context.Calls.CallAsync(
                RepairOperations.GetTopicAttributes,
                target.Region,
                cancellation => context.Clients.SimpleNotificationService(target.Region).GetTopicAttributesAsync(
                    new GetTopicAttributesRequest { TopicArn = target.ResourceId }, cancellation)).ConfigureAwait(false);
            return answer.Attributes?.TryGetValue(Attribute, out var policy) == true ? new SettingReading(RepairState.Parse(policy)) : SettingReading.Missing;
        }
        catch (ApiCallException failure) when (failure.Is(ErrorCodes.TopicNotFound))
        {
            return SettingReading.Missing;
        }
    }

    public override SettingChange Change(RepairPlace place, RepairTarget target, SettingReading from, RepairState? to) => SettingChange.Of(
        RepairOperations.SetTopicAttributes,
        new SetTopicAttributesRequest { TopicArn = target.ResourceId, AttributeName = Attribute, AttributeValue = to?.Json ?? string.Empty },
        (clients, request, cancellation) => clients.SimpleNotificationService(target.Region).SetTopicAttributesAsync(request, cancellation));
}
