using CisPosture.Accounts;
using CisPosture.Collection;

namespace CisPosture.Tests.Commands;

/// <summary>Hands out what was asked for and is read by then, as a real collection does; the rest is "not collected".</summary>
internal sealed class FakeCollection(FakeGateway gateway, AccountEvidence account, CollectionRequest request, CancellationToken cancellationToken) : IEvidenceCollection
{
    private readonly HashSet<EvidenceKind> _told = [];
    private int _isEntryTold;

    public CollectionProgress Progress =>
        new(request.Kinds.Count(gateway.IsRead), request.Kinds.Count, [new PlaceProgress(account.HomeRegion, 0, 1, ["iam"])]);

    public async Task<AccountEvidence> WhenReadyAsync(IReadOnlyCollection<EvidenceKind> kinds)
    {
        Assert.All(kinds, kind => Assert.Contains(kind, request.Kinds));
        await Task.WhenAll(kinds.Select(gateway.ReadAsync).Append(gateway.ReadAsync(account.AccountId))).WaitAsync(cancellationToken);
        return Read();
    }

    public async Task<AccountEvidence> WhenCompleteAsync()
    {
        try
        {
            return await WhenReadyAsync(request.Kinds);
        }
        catch (OperationCanceledException)
        {
            await gateway.LetGoAsync();
            throw;
        }
    }

    public IReadOnlyList<EvidenceGap> TakeNewGaps() => account.EntryGap is { } entry
        ? _isEntryTold++ == 0 ? [entry] : []
        : [.. request.Kinds.Where(gateway.IsRead).Where(kind => gateway.GapOf(kind) is not null && _told.Add(kind)).Select(kind => gateway.GapOf(kind)!)];

    private AccountEvidence Read()
    {
        var all = account;
        return all with
        {
            PasswordPolicy = Read(EvidenceKind.PasswordPolicy, all.PasswordPolicy),
            AccountSummary = Read(EvidenceKind.AccountSummary, all.AccountSummary),
            EnabledRegions = Read(EvidenceKind.EnabledRegions, all.EnabledRegions),
            Regions = Knows(EvidenceKind.EnabledRegions) ? [.. all.Regions.Select(Read)] : [],
        };
    }

    private RegionEvidence Read(RegionEvidence region) => region with
    {
        SecurityGroups = Read(EvidenceKind.SecurityGroups, region.SecurityGroups),
        Vpcs = Read(EvidenceKind.Vpcs, region.Vpcs),
        FlowLogs = Read(EvidenceKind.FlowLogs, region.FlowLogs),
    };

    private Evidence<T> Read<T>(EvidenceKind kind, Evidence<T> evidence)
        where T : notnull
    {
        var gap = gateway.GapOf(kind);
        return !Knows(kind) ? Evidence<T>.NotCollected : gap is null ? evidence : Evidence.Missing<T>(gap);
    }

    private bool Knows(EvidenceKind kind) => request.Kinds.Contains(kind) && gateway.IsRead(kind);
}
