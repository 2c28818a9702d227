using System.Net;
using CisPosture.Sandbox.State.Sns;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Sns;

/// <summary>Finds the topic that a request names, or refuses as SNS does.</summary>
internal static class TopicLookup
{
    public static Topic Find(ApiCall call) => FindOrNull(call) ?? throw new ApiException("NotFound", "Topic does not exist", HttpStatusCode.NotFound);

    /// <summary>The topic, or null where this account has none of that name; what is no ARN of a topic here is refused.</summary>
    public static Topic? FindOrNull(ApiCall call)
    {
        var arn = call.Input.Required("TopicArn");
        var parts = arn.Split(':');
        if (parts.Length != 6 || parts[2] != "sns" || parts[3] != call.Region) throw SnsErrors.Invalid("TopicArn");
        if (parts[4] != call.Account.AccountId) throw Refused(call, arn);
        return call.RegionState.Topics.Find(topic => topic.Name == parts[5]);
    }

    public static string Arn(ApiCall call, Topic topic) => call.Account.Arn("sns", call.Region, topic.Name);

    private static ApiException Refused(ApiCall call, string arn) => call.Errors.AccessDenied(
        $"User: {call.Caller!.Arn} is not authorized to perform: SNS:{call.Operation} on resource: {arn} because no resource-based policy allows the SNS:{call.Operation} action");
}
