using CisPosture.Accounts;
using CisPosture.Aws.Calls;
using CisPosture.Aws.Connection;
using CisPosture.Collection;

namespace CisPosture.Aws.Collectors;

/// <summary>What the collectors of one scan share.</summary>
internal sealed class CollectionContext
{
    public required AccountSession Session { get; init; }

    public required CollectionRequest Request { get; init; }

    /// <summary>The kinds that were asked for and those that they are read from.</summary>
    public required IReadOnlyCollection<EvidenceKind> Needed { get; init; }

    public required ApiCaller Calls { get; init; }

    public required EvidenceStore Store { get; init; }

    public required CancellationToken Cancellation { get; init; }

    public GapLog Gaps { get; } = new();

    public ProgressCounter Progress { get; } = new();

    public AwsClients Clients => Session.Clients;

    public string AccountId => Session.AccountId;

    public string HomeRegion => Session.HomeRegion;

    /// <summary>Reads a fact. What AWS does not give is a gap, which is reported unless it says something of what is not the account's own.</summary>
    /// <param name="read">Reads it.</param>
    /// <param name="isExpected">True for a gap that is itself an answer, such as a bucket that does not exist.</param>
    public async Task<Evidence<T>> ReadAsync<T>(Func<Task<T>> read, Func<EvidenceGap, bool>? isExpected = null)
        where T : notnull
    {
        try
        {
            return Evidence.Of(await read().ConfigureAwait(false));
        }
        catch (ApiCallException failure)
        {
            if (isExpected?.Invoke(failure.Gap) != true)
            {
                Gaps.Add(failure.Gap);
            }

            return Evidence.Missing<T>(failure.Gap);
        }
    }

    /// <summary>Reads one fact for each key, all at the same time.</summary>
    public static async Task<Dictionary<string, T>> ReadEachAsync<T>(IEnumerable<string> keys, Func<string, Task<T>> read)
    {
        var reads = keys.Distinct(StringComparer.Ordinal).OrderBy(key => key, StringComparer.Ordinal).Select(async key => (Key: key, Value: await read(key).ConfigureAwait(false)));
        var results = await Task.WhenAll(reads).ConfigureAwait(false);
        return results.ToDictionary(result => result.Key, result => result.Value, StringComparer.Ordinal);
    }
}
