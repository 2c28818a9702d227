using CisPosture.Accounts;

namespace CisPosture.SecurityHub;

/// <summary>
/// Publishes findings: reads what the hub of each Region has of them, imports what is later, and then tells what was accepted, what is accepted no
/// more, and what passes. A second run with the same findings changes nothing.
/// </summary>
internal sealed class PublishRun(IHubSession session, IHubListener listener, PublishOptions options)
{
    /// <summary>Publishes.</summary>
    /// <param name="findings">The findings; those of other accounts are refused one by one.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public async Task RunAsync(IReadOnlyList<CisFinding> findings, CancellationToken cancellationToken)
    {
        var hub = session.SecurityHub(cancellationToken);
        var regions = Latest(findings.Where(IsOwn)).GroupBy(finding => finding.Region, StringComparer.Ordinal).OrderBy(region => region.Key, StringComparer.Ordinal).ToList();
        var known = await Task.WhenAll(regions.Select(region => KnownAsync(hub, region.Key, [.. region]))).ConfigureAwait(false);
        foreach (var (region, existing) in regions.Zip(known, (region, existing) => (region, existing)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            await PublishAsync(hub, region.Key, [.. region], existing, cancellationToken).ConfigureAwait(false);
        }
    }

    // The same finding twice in a batch would be one of them by chance.
    private static IEnumerable<CisFinding> Latest(IEnumerable<CisFinding> findings) =>
        findings.GroupBy(finding => finding.FindingId, StringComparer.Ordinal).Select(same => same.OrderByDescending(finding => finding.ObservedAt).First());

    private bool IsOwn(CisFinding finding)
    {
        if (finding.AccountId == session.AccountId)
        {
            return true;
        }

        listener.Fail(HubFailure.OtherAccount(finding, session.AccountId));
        return false;
    }

    // A few are asked for by name; more than a filter takes are sought among all that this module has published.
    private Task<Evidence<IReadOnlyList<AsffFinding>>> KnownAsync(ISecurityHub hub, string region, List<CisFinding> findings)
    {
        var filter = new HubFilter { ProductArn = HubArn.DefaultProduct(session.Partition, region, session.AccountId) };
        return hub.FindAsync(region, findings.Count <= AsffLimits.FilterValues
            ? filter with { Ids = findings.ConvertAll(AsffImport.IdOf) }
            : filter with { IdPrefix = AsffImport.IdPrefix });
    }

    private async Task PublishAsync(
        ISecurityHub hub, string region, List<CisFinding> findings, Evidence<IReadOnlyList<AsffFinding>> known, CancellationToken cancellationToken)
    {
        if (!known.TryGet(out var existing, out var gap))
        {
            Miss(gap, region);
            listener.Tell(new CisPublication { AccountId = session.AccountId, Region = region, Failed = findings.Count });
        }
        else
        {
            var byId = existing.GroupBy(finding => finding.Id, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
            var entries = findings.ConvertAll(finding => new HubEntry(finding, byId.TryGetValue(AsffImport.IdOf(finding), out var found) ? found : null));
            await new RegionPublication(session, hub, listener, options, region).RunAsync(entries, cancellationToken).ConfigureAwait(false);
        }

        listener.Advance(findings.Count);
    }

    private void Miss(EvidenceGap gap, string region)
    {
        if (HubFailure.IsOff(gap))
        {
            listener.Fail(HubFailure.NotEnabled([region], session.AccountId));
        }
        else
        {
            listener.Miss(gap);
        }
    }
}
