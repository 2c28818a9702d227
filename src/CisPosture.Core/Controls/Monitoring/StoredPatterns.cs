using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using CisPosture.Accounts;
using CisPosture.FilterPatterns;

namespace CisPosture.Controls.Monitoring;

/// <summary>The patterns of an account's metric filters, each distinct text read once for all fifteen controls that look at it.</summary>
internal sealed class StoredPatterns
{
    // Lives as long as the evidence that it was read from.
    private static readonly ConditionalWeakTable<object, StoredPatterns> Known = new();

    private readonly ConcurrentDictionary<string, FilterPattern?> _patterns = new(StringComparer.Ordinal);

    private StoredPatterns()
    {
    }

    public static StoredPatterns Of(AccountEvidence evidence) => Known.GetValue(evidence.MetricFilters, _ => new StoredPatterns());

    /// <summary>The pattern of a text; null where it is no readable pattern for JSON events.</summary>
    public FilterPattern? Read(string text) =>
        _patterns.GetOrAdd(text, unread => FilterPattern.TryParse(unread, out var pattern, out _) ? pattern : null);
}
