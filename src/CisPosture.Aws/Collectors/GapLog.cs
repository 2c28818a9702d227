using CisPosture.Accounts;

namespace CisPosture.Aws.Collectors;

/// <summary>The gaps of a collection, one for each distinct operation, Region and reason.</summary>
internal sealed class GapLog
{
    private readonly object _lock = new();
    private readonly HashSet<(string? Operation, string? Region, string Reason)> _known = [];
    private List<EvidenceGap> _untaken = [];

    public void Add(EvidenceGap gap)
    {
        lock (_lock)
        {
            if (_known.Add((gap.Operation, gap.Region, gap.ReasonCode)))
            {
                _untaken.Add(gap);
            }
        }
    }

    public IReadOnlyList<EvidenceGap> Take()
    {
        lock (_lock)
        {
            var taken = _untaken;
            _untaken = [];
            return taken;
        }
    }
}
