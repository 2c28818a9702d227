using CisPosture.Sandbox.Services.Policies;
using CisPosture.Sandbox.State.CloudTrail;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.CloudTrail;

/// <summary>The topic of a trail, given by name or ARN: it must exist, and its policy must let CloudTrail publish.</summary>
internal static class TrailTopic
{
    public static void Resolve(ApiCall call, Trail trail)
    {
        if (trail.SnsTopicArn is not { } nameOrArn) return;
        var topic = call.RegionState.Topics.Find(topic => topic.Name == nameOrArn || call.Account.Arn("sns", call.Region, topic.Name) == nameOrArn)
            ?? throw new ApiException("InvalidSnsTopicNameException", $"SNS topic {nameOrArn} does not exist.");
        var arn = call.Account.Arn("sns", call.Region, topic.Name);
        var request = AccessRequest.OfService(TrailBucket.Service, "sns:Publish", arn, TrailBucket.Source(call, trail));
        if (topic.Policy is null || !PolicyEvaluation.Allows([topic.Policy], request)) throw new ApiException("InsufficientSnsTopicPolicyException", "SNS Topic does not exist or the topic policy is incorrect!");
        trail.SnsTopicArn = arn;
    }
}
