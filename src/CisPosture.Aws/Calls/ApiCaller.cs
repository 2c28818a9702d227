using Amazon.Runtime;
using CisPosture.Accounts;
using CisPosture.Collection;

namespace CisPosture.Aws.Calls;

/// <summary>Sends calls: a bounded number at a time, each told to the log, each failure in the words of a gap.</summary>
internal sealed class ApiCaller(CallGate gate, GapClassifier classifier, ICollectionLog log, CancellationToken cancellationToken)
{
    public async Task<T> CallAsync<T>(ApiOperation operation, string region, Func<CancellationToken, Task<T>> send)
    {
        using var place = await gate.EnterAsync(operation, region, cancellationToken).ConfigureAwait(false);
        log.Debug($"{operation.Id} {region}");
        try
        {
            var answer = await send(cancellationToken).ConfigureAwait(false);
            return IsFromAws(answer) ? answer : throw Broken(operation, region, "The answer bears no request id, so something other than AWS gave it.");
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            // Torn-down connections surface in many ways; to the caller it is one thing.
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception exception) when (classifier.TryClassify(exception, operation, region, out var gap))
        {
            throw new ApiCallException(gap);
        }
    }

    /// <summary>Reads all pages of a listing.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="region">The Region that is asked.</param>
    /// <param name="send">Sends the call for the page that a token names; null is the first.</param>
    /// <param name="tokenOf">The token of the next page; null or empty where there is none.</param>
    public async Task<List<TPage>> PagesAsync<TPage>(
        ApiOperation operation, string region, Func<string?, CancellationToken, Task<TPage>> send, Func<TPage, string?> tokenOf)
    {
        var pages = new List<TPage>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        string? token = null;
        do
        {
            var current = token;
            var page = await CallAsync(operation, region, cancellation => send(current, cancellation)).ConfigureAwait(false);
            pages.Add(page);
            token = tokenOf(page);
            if (!string.IsNullOrEmpty(token) && !seen.Add(token!))
            {
                throw Broken(operation, region, "The listing names a page that was read already.");
            }
        }
        while (!string.IsNullOrEmpty(token));
        return pages;
    }

    // A proxy's or a portal's page can read like an empty listing. Every answer of AWS bears the id of its request.
    private static bool IsFromAws<T>(T answer) =>
        answer is not AmazonWebServiceResponse response || !string.IsNullOrEmpty(response.ResponseMetadata?.RequestId);

    /// <summary>The failure of an answer that lacks what the API promises.</summary>
    public static ApiCallException Broken(ApiOperation operation, string region, string message) => new(new EvidenceGap
    {
        ReasonCode = ReasonCode.ServiceError,
        Operation = operation.Id,
        Permission = operation.Permission,
        Region = operation.IsGlobal ? null : region,
        ErrorCode = "UnexpectedAnswer",
        Message = message,
    });
}
