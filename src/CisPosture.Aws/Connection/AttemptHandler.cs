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
    public override Task<T> InvokeAsync<T>(IExecutionContext executionContext) =>
        traffic.SendAsync(() => base.InvokeAsync<T>(executionContext), Refusal, executionContext.RequestContext.CancellationToken);

    // An answer that was cut off is an exception of the service to the SDK, but nobody's refusal.
    private static bool? Refusal(Exception failure) => failure switch
    {
        AmazonUnmarshallingException unreadable when NetworkFailure.Is(unreadable) => null,
        AmazonServiceException refused => ErrorCodes.IsThrottling(refused.ErrorCode ?? string.Empty),
        _ => null,
    };
}
