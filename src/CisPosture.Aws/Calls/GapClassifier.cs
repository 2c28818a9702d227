using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Xml;
using Amazon.Runtime;
using CisPosture.Accounts;
using CisPosture.Aws.Connection;

namespace CisPosture.Aws.Calls;

/// <summary>
/// The one place that turns what went wrong with a call into a gap. What it does not know is not AWS's failure but ours, and goes on as the
/// exception that it is.
/// </summary>
internal sealed class GapClassifier(string homeRegion, SecretMask mask)
{
    private const string UnreadableAnswer = "UnreadableAnswer";

    public bool TryClassify(Exception exception, ApiOperation operation, string region, [NotNullWhen(true)] out EvidenceGap? gap)
    {
        gap = exception switch
        {
            EndpointDownException => Make(ReasonCode.EndpointUnreachable, errorCode: null, exception),
            AmazonUnmarshallingException when NetworkFailure.Is(exception) => Make(ReasonCode.EndpointUnreachable, errorCode: null, exception),
            XmlException => Make(ReasonCode.ServiceError, UnreadableAnswer, exception),
            AmazonUnmarshallingException unreadable => IsUnreadable(unreadable) ? Make(ReasonCode.ServiceError, UnreadableAnswer, unreadable) : null,
            AmazonServiceException refused => Make(ReasonOf(refused.ErrorCode ?? string.Empty, operation, region), refused.ErrorCode, refused),
            _ when NetworkFailure.Is(exception) => Make(ReasonCode.EndpointUnreachable, errorCode: null, exception),
            AmazonClientException failed => Make(ReasonCode.ServiceError, errorCode: null, failed),
            _ => null,
        };
        return gap is not null;

        EvidenceGap Make(string reason, string? errorCode, Exception cause) => new()
        {
            ReasonCode = reason,
            Operation = operation.Id,
            Permission = operation.Permission,
            Region = operation.IsGlobal ? null : region,
            ErrorCode = errorCode,
            Message = mask.Clear(cause.Message),
        };
    }

    private string ReasonOf(string code, ApiOperation operation, string region)
    {
        if (ErrorCodes.IsDenial(code))
        {
            return ReasonCode.AccessDenied;
        }

        if (ErrorCodes.IsThrottling(code))
        {
            return ReasonCode.Throttled;
        }

        // Where the account's IAM lives, its keys are known: there the same codes mean that the keys are no good.
        var isAway = !operation.IsGlobal && region != homeRegion;
        return isAway && ErrorCodes.IsRegionOff(code) ? ReasonCode.RegionNotEnabled : ReasonCode.ServiceError;
    }

    // The answer was not what the protocol says, as opposed to our reading of it having a bug.
    private static bool IsUnreadable(AmazonUnmarshallingException exception) =>
        exception.InnerException is XmlException or JsonException or FormatException or OverflowException;
}
