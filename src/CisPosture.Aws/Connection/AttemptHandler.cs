using Amazon.Runtime;
using Amazon.Runtime.Internal;
using CisPosture.Aws.Calls;

namespace CisPosture.Aws.Connection;

/// <summary>
/// Sits inside the SDK's retries, so that every request of a call, and not only the first, waits for its turn, tells how the service took it,
/// and is not sent where nobody answers.
/// </summary>
internal sealed class AttemptHandler(EndpointTraffic traffic) : PipelineHandler
{
    private const string Request = nameof(Request);

    public override Task<T> InvokeAsync<T>(IExecutionContext executionContext)
    {
        var operation = OperationOf(executionContext.RequestContext.RequestName);
        return traffic.SendAsync(
            operation, () => base.InvokeAsync<T>(executionContext), failure => Outcome(failure, operation), executionContext.RequestContext.CancellationToken);
    }

    // The SDK names a request by its type.
    private static string OperationOf(string request) =>
        request.EndsWith(Request, StringComparison.Ordinal) ? request.Substring(0, request.Length - Request.Length) : request;

    // An answer that was cut off is an exception of the service to the SDK, but nobody's refusal.
    private static AttemptOutcome Outcome(Exception failure, string operation) => failure switch
    {
        AmazonUnmarshallingException unreadable when NetworkFailure.Is(unreadable) => AttemptOutcome.Unanswered,
        AmazonServiceException refused when !ErrorCodes.IsThrottling(refused.ErrorCode ?? string.Empty) => AttemptOutcome.Answered,
        AmazonServiceException refused => ThrottleMessage.NamesTheAccount(refused.Message, operation) ? AttemptOutcome.AccountTooFast : AttemptOutcome.TooFast,
        _ => AttemptOutcome.Unanswered,
    };
}
