using CisPosture.Accounts;

namespace CisPosture.Aws.Collectors;

/// <summary>The evidence as far as it has been read. Collectors add to it from any thread; what it hands out never changes.</summary>
internal sealed class EvidenceStore(AccountEvidence initial)
{
    private readonly object _lock = new();
    private AccountEvidence _current = initial;

    public AccountEvidence Current
    {
        get
        {
            lock (_lock)
            {
                return _current;
            }
        }
    }

    public void Update(Func<AccountEvidence, AccountEvidence> change)
    {
        lock (_lock)
        {
            _current = change(_current);
        }
    }

    public void UpdateRegion(string region, Func<RegionEvidence, RegionEvidence> change) =>
        Update(account => account with
        {
            Regions = [.. account.Regions.Select(evidence => evidence.Region == region ? change(evidence) : evidence)],
        });
}
