using System.Collections.Concurrent;

namespace CisPosture.Aws.Calls;

/// <summary>
/// How many calls may be under way at once for each service in each Region. AWS counts calls that way, and some services bear only a few;
/// IAM is one service for the whole account.
/// </summary>
internal sealed class CallGate : IDisposable
{
    private const int UsualLimit = 8;

    private static readonly Dictionary<string, int> Limits = new(StringComparer.Ordinal)
    {
        ["iam"] = 5,
        ["cloudtrail"] = 5,
        ["logs"] = 2,
        ["config"] = 3,
        ["kms"] = 10,
    };

    private readonly ConcurrentDictionary<(string Service, string? Region), SemaphoreSlim> _places = new();

    public async Task<IDisposable> EnterAsync(ApiOperation operation, string region, CancellationToken cancellationToken)
    {
        var places = _places.GetOrAdd((operation.Service, IsAccountWide(operation) ? null : region), key => new SemaphoreSlim(LimitOf(key.Service)));
        await places.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new Place(places);
    }

    public void Dispose()
    {
        foreach (var places in _places.Values)
        {
            places.Dispose();
        }
    }

    private static bool IsAccountWide(ApiOperation operation) => operation.Service == "iam";

    private static int LimitOf(string service) => Limits.TryGetValue(service, out var limit) ? limit : UsualLimit;

    private sealed class Place(SemaphoreSlim places) : IDisposable
    {
        public void Dispose() => places.Release();
    }
}
