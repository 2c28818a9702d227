using CisPosture.Accounts;

namespace CisPosture.Controls.Trails;

/// <summary>The CloudWatch Logs log group that a trail delivers to.</summary>
/// <param name="Arn">The ARN without a trailing ":*".</param>
/// <param name="Name">The name.</param>
/// <param name="Region">The Region.</param>
/// <param name="AccountId">The owning account, which may differ from the trail's.</param>
internal sealed record TrailLogGroup(string Arn, string Name, string Region, string AccountId)
{
    private const string Kind = "log-group:";
    private const string AnyStream = ":*";

    /// <summary>The trail's log group; null where it delivers to none, or where the text that AWS sent names none.</summary>
    public static TrailLogGroup? Of(Trail trail)
    {
        var text = trail.CloudWatchLogsLogGroupArn;
        if (text?.EndsWith(AnyStream, StringComparison.Ordinal) == true)
        {
            text = text[..^AnyStream.Length];
        }

        return CisPosture.Controls.Arn.TryParse(text, out var arn) && arn.Resource.StartsWith(Kind, StringComparison.Ordinal)
            ? new TrailLogGroup(arn.ToString(), arn.Resource[Kind.Length..], arn.Region, arn.AccountId)
            : null;
    }
}
