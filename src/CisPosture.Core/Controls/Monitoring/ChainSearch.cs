using CisPosture.Accounts;
using CisPosture.Controls.Trails;

namespace CisPosture.Controls.Monitoring;

/// <summary>
/// Searches all paths from a trail over log group, metric filter, alarm and topic to a confirmed subscriber. One complete path is enough.
/// Where there is none, a path of which something could not be seen counts more than one that is broken: it might have been complete.
/// </summary>
internal sealed class ChainSearch
{
    private const int MostHints = 3;

    private readonly AccountEvidence _evidence;
    private readonly ChainRules _rules;
    private readonly FilterMatching _matching;
    private readonly NotificationSearch _notifications;
    private readonly bool _isStrict;
    private readonly IReadOnlyList<TrailAssessment> _trails;
    private readonly IReadOnlyList<TrailAssessment> _candidates;

    public ChainSearch(AccountEvidence evidence, ChainRules rules, FilterMatching matching, bool isStrict)
    {
        _evidence = evidence;
        _rules = rules;
        _matching = matching;
        _notifications = new NotificationSearch(evidence, rules, isStrict);
        _isStrict = isStrict;
        _trails = TrailAssessment.AllOf(evidence);
        _candidates = [.. _trails.Where(trail => trail.Standing != TrailStanding.Disqualified)];
    }

    /// <summary>The path that decides.</summary>
    public ChainPath Decide()
    {
        var visibility = TrailVisibility.Of(_evidence);
        if (visibility.IsBlind)
        {
            return ChainPath.Unread(ChainLinks.None, ChainStep.Trail, visibility.Gap!);
        }

        var paths = _candidates.Count == 0 ? [WithoutTrail()] : _candidates.SelectMany(FromTrail).ToList();
        var best = Furthest(paths);
        return best.Outcome switch
        {
            ChainOutcome.Broken when visibility.IsPartial => PartlySeen(best, visibility),
            ChainOutcome.Open => WithOwnFailure(best, paths),
            _ => best,
        };
    }

    private static ChainPath Furthest(IEnumerable<ChainPath> paths) => paths
        .OrderByDescending(path => path.Outcome)
        .ThenByDescending(path => path.Step)
        .ThenBy(path => path.Links.Notes.Count)
        .First();

    private static ChainPath PartlySeen(ChainPath broken, TrailVisibility visibility)
    {
        var unread = visibility.UnreadRegions;
        var where = unread.Count == 1 ? unread[0] : $"{unread.Count} Regions";
        return ChainPath.OutOfSight(
            broken.Links.WithNotes([$"As far as trails could be listed: {broken.Reason}"]),
            broken.Step,
            ReasonCode.PartialVisibility,
            $"No trail that could be seen leads to a subscriber, and the trails of {where} could not be listed.");
    }

    private static ChainPath WithOwnFailure(ChainPath open, List<ChainPath> paths)
    {
        var broken = paths.Where(path => path.Outcome == ChainOutcome.Broken).ToList();
        return broken.Count == 0 ? open : open with { Links = open.Links.WithNotes([$"Of what could be seen: {Furthest(broken).Reason}"]) };
    }

    private ChainPath WithoutTrail()
    {
        var reason = _trails.Count switch
        {
            0 => "The account has no trail.",
            1 => $"The only trail, {_trails[0].Trail.Name}, {string.Join(" and ", _trails[0].Shortcomings)}.",
            _ => $"None of the {_trails.Count} trails covers all Regions, is logging and records all management events.",
        };
        var shortcomings = _trails.Count > 1 ? _trails.Select(trail => $"Trail {trail.Trail.Name} {string.Join(" and ", trail.Shortcomings)}.") : [];
        var links = ChainLinks.None.WithNotes(shortcomings.Concat(UnfedFilters()));
        return ChainPath.Broken(links, ChainStep.Trail, ReasonCode.MultiRegionTrailNotPresent, reason);
    }

    private IEnumerable<ChainPath> FromTrail(TrailAssessment trail)
    {
        var links = ChainLinks.None with { Trail = trail };
        var group = TrailLogGroup.Of(trail.Trail);
        if (group is null && trail.IsForeign)
        {
            var reason = $"Trail {trail.Trail.Name} belongs to account {trail.OwnerAccountId}, which answers for its log group, filters and alarms.";
            return [ChainPath.OutOfSight(links, ChainStep.LogGroup, ReasonCode.LogGroupCrossAccount, reason)];
        }

        if (group is null)
        {
            var noted = links.WithNotes(["Mend control 2.4 first: without a log group there is nothing to put a metric filter on."]);
            return [ChainPath.Broken(noted, ChainStep.LogGroup, ReasonCode.MultiRegionTrailNotPresent, $"Trail {trail.Trail.Name} does not deliver to CloudWatch Logs.")];
        }

        links = links with { LogGroup = group };
        if (!IsOwn(group.AccountId) || (_isStrict && trail.IsForeign))
        {
            var owner = IsOwn(group.AccountId) ? trail.OwnerAccountId : group.AccountId;
            var reason = $"Trail {trail.Trail.Name} and its log group belong to account {owner}, which answers for filters and alarms.";
            return [ChainPath.OutOfSight(links, ChainStep.LogGroup, ReasonCode.LogGroupCrossAccount, reason)];
        }

        if (_isStrict && trail.Trail.HomeRegion != _evidence.HomeRegion)
        {
            var reason = $"Trail {trail.Trail.Name} is homed in {trail.Trail.HomeRegion}, out of sight from {_evidence.HomeRegion}.";
            return [ChainPath.OutOfSight(links, ChainStep.LogGroup, ReasonCode.TrailRegionInvalid, reason)];
        }

        return FromLogGroup(links.WithNotes(NotesOn(trail)), group).Select(path => SettleTrail(path, trail));
    }

    // Whatever is unknown of the trail matters only where the rest of the path is in place.
    private ChainPath SettleTrail(ChainPath path, TrailAssessment trail)
    {
        if (path.Outcome != ChainOutcome.Complete || trail.StandingFor(_rules.TrustsOrganizationTrail) == TrailStanding.Qualified)
        {
            return path;
        }

        return trail.IsForeign
            ? ChainPath.OutOfSight(path.Links, path.Step, ReasonCode.OrganizationTrailNotReadable, $"All is in place but for trail {trail.Trail.Name} of account {trail.OwnerAccountId}, which cannot be read from here.")
            : ChainPath.Unread(path.Links, path.Step, trail.Gaps[0]);
    }

    private IEnumerable<ChainPath> FromLogGroup(ChainLinks links, TrailLogGroup group)
    {
        if (!At(_evidence.MetricFilters, group.Region).TryGet(out var known, out var gap))
        {
            return [ChainPath.Unread(links, ChainStep.MetricFilters, gap)];
        }

        var filters = known.Where(filter => filter.LogGroupName == group.Name).ToList();
        if (filters.Count == 0)
        {
            var noted = links.WithNotes(NotesOn(group).Concat(UnfedFilters()));
            return [ChainPath.Broken(noted, ChainStep.MetricFilters, ReasonCode.MetricFiltersNotPresent, $"Log group {group.Name} has no metric filter.")];
        }

        var matching = filters.Where(_matching.IsMatch).ToList();
        return matching.Count == 0
            ? [NoMatch(links, group, filters)]
            : matching.SelectMany(filter => _notifications.FromFilter(
                links.WithNotes(_matching.NotesOn(filter)) with { Filter = filter, Comparison = _matching.Compare(filter) }, group.Region));
    }

    private ChainPath NoMatch(ChainLinks links, TrailLogGroup group, List<MetricFilter> filters)
    {
        var closest = filters.OrderBy(filter => _matching.Compare(filter).Distance).ThenBy(filter => filter.FilterName, StringComparer.Ordinal).First();
        var comparison = _matching.Compare(closest);
        var noted = links.WithNotes(UnfedFilters().Prepend($"Closest is metric filter {closest.FilterName}: {FilterMatching.Explain(comparison)}."));
        return ChainPath.Broken(
            noted with { ClosestFilter = closest, Comparison = comparison },
            ChainStep.MatchingFilter,
            ReasonCode.MetricFilterNotValid,
            filters.Count == 1
                ? $"The only metric filter of log group {group.Name}, {closest.FilterName}, does not match the benchmark's pattern."
                : $"None of the {filters.Count} metric filters of log group {group.Name} matches the benchmark's pattern.");
    }

    private IEnumerable<string> NotesOn(TrailAssessment trail)
    {
        var pattern = _rules.References[0].Text;
        foreach (var source in trail.ExcludedEventSources.Where(source => pattern.Contains(source)))
        {
            yield return $"Trail {trail.Trail.Name} leaves out the events of {source}, so no metric filter will ever see them.";
        }

        if (trail.Status.TryGet(out var status, out _) && !string.IsNullOrEmpty(status.LatestCloudWatchLogsDeliveryError))
        {
            yield return $"Trail {trail.Trail.Name} last failed to deliver to CloudWatch Logs: {status.LatestCloudWatchLogsDeliveryError}.";
        }

        if (trail.Standing == TrailStanding.Undecided && trail.StandingFor(_rules.TrustsOrganizationTrail) == TrailStanding.Qualified)
        {
            yield return $"Trail {trail.Trail.Name} of account {trail.OwnerAccountId} cannot be read from here; it is trusted by TrustOrganizationTrail.";
        }
    }

    private IEnumerable<string> NotesOn(TrailLogGroup group) =>
        _evidence.TrailLogGroups.TryGetValue(group.Arn, out var existence) && existence.TryGet(out var exists, out _) && !exists
            ? [$"Log group {group.Name} was deleted; the trail delivers to it no more."]
            : [];

    /// <summary>Filters that would match but watch a log group that no qualifying trail delivers to.</summary>
    private IEnumerable<string> UnfedFilters()
    {
        var fed = new HashSet<string>(_candidates.Select(trail => TrailLogGroup.Of(trail.Trail)).OfType<TrailLogGroup>().Select(group => Place(group.Region, group.Name)), StringComparer.Ordinal);
        return _evidence.MetricFilters
            .OrderBy(place => place.Key, StringComparer.Ordinal)
            .SelectMany(place => place.Value.TryGet(out var filters, out _) ? filters : [], (place, filter) => (Region: place.Key, Filter: filter))
            .Where(place => !fed.Contains(Place(place.Region, place.Filter.LogGroupName)) && _matching.IsMatch(place.Filter))
            .Take(MostHints)
            .Select(place => $"Metric filter {place.Filter.FilterName} matches, but no qualifying trail feeds its log group {place.Filter.LogGroupName} in {place.Region}.");
    }

    private static string Place(string region, string logGroup) => $"{region}/{logGroup}";

    private bool IsOwn(string accountId) => accountId == _evidence.AccountId;

    private static Evidence<IReadOnlyList<T>> At<T>(IReadOnlyDictionary<string, Evidence<IReadOnlyList<T>>> places, string place) =>
        places.TryGetValue(place, out var evidence) ? evidence : Evidence<IReadOnlyList<T>>.NotCollected;
}
