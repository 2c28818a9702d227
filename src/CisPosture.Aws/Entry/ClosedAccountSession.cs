using CisPosture.Accounts;
using CisPosture.Collection;

namespace CisPosture.Aws.Entry;

/// <summary>An account that could not be entered. All that can be read of it is why.</summary>
internal sealed class ClosedAccountSession(AccountSession caller, string accountId, EvidenceGap gap) : IAccountSession
{
    public string AccountId => accountId;

    public string Partition => caller.Partition;

    public string CallerArn => caller.CallerArn;

    public IEvidenceCollection Collect(CollectionRequest request, CancellationToken cancellationToken) => new ClosedCollection(new AccountEvidence
    {
        AccountId = AccountId,
        Partition = Partition,
        HomeRegion = caller.HomeRegion,
        ObservedAt = caller.Surroundings.Now(),
        EntryGap = gap,
    });

    public Task<IReadOnlyList<string>> ListActiveAccountsAsync(CancellationToken cancellationToken) => throw NotEntered();

    public Task<IAccountSession> EnterAsync(AccountRole role, CancellationToken cancellationToken) => throw NotEntered();

    public void Dispose()
    {
        // It holds nothing.
    }

    private InvalidOperationException NotEntered() => new($"Account {AccountId} was not entered.");
}
