using CisPosture.Accounts;

namespace CisPosture.SecurityHub;

/// <summary>Reads findings of the CIS standard from the hubs of an account's Regions, all at the same time.</summary>
internal sealed class HubReadRun(IHubSession session, IHubListener listener)
{
    private const int MostNamed = 5;

    private readonly AsffReading _reading = new(session.HomeRegion);

    /// <summary>Reads.</summary>
    /// <param name="query">What.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <returns>The findings in the order of control, account, Region and resource, each once.</returns>
    public async Task<IReadOnlyList<CisFinding>> RunAsync(HubQuery query, CancellationToken cancellationToken)
    {
        var hub = session.SecurityHub(cancellationToken);
        if (await RegionsAsync(hub, query).ConfigureAwait(false) is not { } regions)
        {
            return [];
        }

        var answers = await Task.WhenAll(regions.Select(region => ReadAsync(hub, region, query))).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        Tell(answers, isAsked: query.Regions.Count > 0);
        return Settle(answers.SelectMany(answer => answer.Findings), query);
    }

    private async Task<IReadOnlyList<string>?> RegionsAsync(ISecurityHub hub, HubQuery query)
    {
        if (query.Regions.Count > 0)
        {
            return query.Regions;
        }

        var enabled = await hub.EnabledRegionsAsync().ConfigureAwait(false);
        if (enabled.TryGet(out var regions, out var gap))
        {
            return [.. regions.Where(region => query.RegionPatterns.Count == 0 || query.RegionPatterns.Any(pattern => pattern.Matches(region)))];
        }

        listener.Miss(gap);
        return null;
    }

    private async Task<RegionAnswer> ReadAsync(ISecurityHub hub, string region, HubQuery query)
    {
        var found = new List<AsffFinding>();
        foreach (var filter in query.Filters(session.Partition, region))
        {
            var answer = await hub.FindAsync(region, filter).ConfigureAwait(false);
            if (!answer.TryGet(out var findings, out var gap))
            {
                return new RegionAnswer(region, found, gap);
            }

            found.AddRange(findings);
        }

        listener.Advance(1);
        return new RegionAnswer(region, found, Gap: null);
    }

    // That somebody does not use the hub everywhere is no fault; that it is not where it was asked for, is.
    private void Tell(IReadOnlyList<RegionAnswer> answers, bool isAsked)
    {
        var off = answers.Where(answer => answer.Gap is not null && HubFailure.IsOff(answer.Gap)).Select(answer => answer.Region).ToList();
        foreach (var answer in answers.Where(answer => answer.Gap is not null && !HubFailure.IsOff(answer.Gap)))
        {
            listener.Miss(answer.Gap!);
        }

        if (off.Count == 0)
        {
            return;
        }

        if (isAsked || off.Count == answers.Count)
        {
            listener.Fail(HubFailure.NotEnabled(off, session.AccountId));
        }
        else
        {
            listener.Warn($"Security Hub is not enabled in {string.Join(", ", off)}, so that there are no findings of these Regions.");
        }
    }

    private IReadOnlyList<CisFinding> Settle(IEnumerable<AsffFinding> found, HubQuery query)
    {
        var unknown = new SortedSet<string>(StringComparer.Ordinal);
        var latest = new Dictionary<string, CisFinding>(StringComparer.Ordinal);
        foreach (var finding in found)
        {
            var isKnown = false;
            foreach (var read in _reading.Read(finding))
            {
                isKnown = true;
                latest[read.FindingId] = latest.TryGetValue(read.FindingId, out var other) ? Later(other, read) : read;
            }

            if (!isKnown)
            {
                unknown.Add(finding.GeneratorId);
            }
        }

        Tell(unknown);
        var wanted = new HashSet<string>(query.Controls.Select(control => control.Id), StringComparer.Ordinal);
        return
        [
            .. latest.Values
                .Where(finding => wanted.Contains(finding.ControlId) && query.Findings.Matches(finding))
                .OrderBy(finding => finding.Control)
                .ThenBy(finding => finding.AccountId, StringComparer.Ordinal)
                .ThenBy(finding => finding.Region, StringComparer.Ordinal)
                .ThenBy(finding => finding.ResourceId, StringComparer.Ordinal),
        ];
    }

    private void Tell(SortedSet<string> unknown)
    {
        if (unknown.Count > 0)
        {
            var more = unknown.Count > MostNamed ? FormattableString.Invariant($" and {unknown.Count - MostNamed} more") : string.Empty;
            listener.Warn($"Findings of Security Hub are left out, because the benchmark has no such control or they have no verdict: {string.Join(", ", unknown.Take(MostNamed))}{more}.");
        }
    }

    // Security Hub has what belongs to the whole account once a Region, and for a time in two forms. Where they are as old, the graver one stands.
    private static CisFinding Later(CisFinding one, CisFinding other)
    {
        var difference = one.ObservedAt.CompareTo(other.ObservedAt);
        return difference > 0 || (difference == 0 && one.Verdict == FindingStatus.Failed) ? one : other;
    }

    private sealed record RegionAnswer(string Region, IReadOnlyList<AsffFinding> Findings, EvidenceGap? Gap);
}
