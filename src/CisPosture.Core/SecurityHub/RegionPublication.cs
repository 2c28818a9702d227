using CisPosture.Accounts;

namespace CisPosture.SecurityHub;

/// <summary>Publishes findings into the hub of one Region.</summary>
internal sealed class RegionPublication(IHubSession session, ISecurityHub hub, IHubListener listener, PublishOptions options, string region)
{
    private readonly HashSet<HubEntry> _refused = [];
    private readonly HashSet<HubEntry> _unsettled = [];
    private CisPublication _publication = new() { AccountId = session.AccountId, Region = region };

    private string Target => $"Security Hub of account {session.AccountId} in {region}";

    /// <summary>Publishes.</summary>
    /// <param name="entries">The findings beside what the hub has of them.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public async Task RunAsync(IReadOnlyList<HubEntry> entries, CancellationToken cancellationToken)
    {
        var valid = entries.Where(IsValid).ToList();
        var isImported = await ImportAsync(valid.FindAll(entry => entry.IsToBeImported), cancellationToken).ConfigureAwait(false);

        // Who only wants to see what would be done sees the rest of it too.
        var present = valid.FindAll(entry => !_refused.Contains(entry) && (isImported || listener.IsWhatIf || !entry.IsToBeImported));
        await SettleAsync(present, cancellationToken).ConfigureAwait(false);
        if (listener.IsWhatIf)
        {
            return;
        }

        foreach (var entry in present)
        {
            listener.Pass(entry.Finding);
        }

        listener.Tell(_publication with { Unchanged = valid.Count(entry => !entry.IsToBeImported), Failed = _refused.Count + _unsettled.Except(_refused).Count() });
    }

    private bool IsValid(HubEntry entry) => AsffRules.Problem(entry.Document) is not { } problem || !Refuse(entry, HubFailure.NotPublished(entry.Finding, $"{problem}."));

    private async Task<bool> ImportAsync(List<HubEntry> entries, CancellationToken cancellationToken)
    {
        var fresh = entries.Count(entry => entry.IsNew);
        if (entries.Count == 0 || !await listener.MayAsync(Target, $"Import {Count(fresh, "new finding")} and {Count(entries.Count - fresh, "changed one")}", cancellationToken).ConfigureAwait(false))
        {
            return entries.Count == 0;
        }

        var byId = entries.ToDictionary(entry => entry.Document.Id, StringComparer.Ordinal);
        foreach (var batch in AsffBatches.Of(entries.Select(entry => entry.Document)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var answer = await hub.ImportAsync(region, batch).ConfigureAwait(false);
            if (!answer.TryGet(out var refusals, out var gap))
            {
                Give(up: gap, entries.SkipWhile(entry => entry.Document.Id != batch[0].Id));
                break;
            }

            Refuse(refusals, byId, HubFailure.NotPublished);
        }

        var taken = entries.FindAll(entry => !_refused.Contains(entry));
        _publication = _publication with { Imported = taken.Count(entry => entry.IsNew), Updated = taken.Count(entry => !entry.IsNew) };
        return true;
    }

    private async Task SettleAsync(List<HubEntry> entries, CancellationToken cancellationToken)
    {
        foreach (var entry in entries.Where(entry => entry.IsAnnotatedByOthers))
        {
            listener.Warn($"{entry.Finding.ControlId} {entry.Finding.ResourceId} in {region} bears a note of somebody else, so that it is not suppressed in Security Hub. Suppress it there, or take the note away.");
        }

        var updates = entries
            .Select(entry => (Entry: entry, Update: entry.Update(options)))
            .Where(pair => pair.Update is not null)
            .GroupBy(pair => pair.Update!, pair => pair.Entry)
            .OrderBy(group => Order(group.Key));
        foreach (var kind in updates.GroupBy(group => Verb(group.Key), StringComparer.Ordinal).ToList())
        {
            var count = kind.Sum(group => group.Count());
            if (!await listener.MayAsync(Target, $"{kind.Key} {Count(count, "finding")}", cancellationToken).ConfigureAwait(false))
            {
                continue;
            }

            foreach (var group in kind)
            {
                await UpdateAsync(group.Key, [.. group], cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task UpdateAsync(HubUpdate update, List<HubEntry> entries, CancellationToken cancellationToken)
    {
        for (var start = 0; start < entries.Count; start += AsffLimits.Batch)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var batch = entries.GetRange(start, Math.Min(AsffLimits.Batch, entries.Count - start));
            var answer = await hub.UpdateAsync(region, batch.ConvertAll(entry => entry.Document), update).ConfigureAwait(false);
            if (!answer.TryGet(out var refusals, out var gap))
            {
                listener.Miss(gap);
                _unsettled.UnionWith(entries.Skip(start));
                return;
            }

            var byId = batch.ToDictionary(entry => entry.Document.Id, StringComparer.Ordinal);
            foreach (var refusal in refusals.Where(refusal => byId.ContainsKey(refusal.Id)))
            {
                listener.Fail(HubFailure.NotUpdated(byId[refusal.Id].Finding, $"{refusal.Code}: {refusal.Message}"));
                _unsettled.Add(byId[refusal.Id]);
            }

            Tally(update, batch.Count(entry => !_unsettled.Contains(entry)));
        }
    }

    private void Tally(HubUpdate update, int count) => _publication = Order(update) switch
    {
        Kind.Suppress => _publication with { Suppressed = _publication.Suppressed + count },
        Kind.Lift => _publication with { Unsuppressed = _publication.Unsuppressed + count },
        _ => _publication with { Resolved = _publication.Resolved + count },
    };

    private void Refuse(IReadOnlyList<HubRefusal> refusals, Dictionary<string, HubEntry> byId, Func<CisFinding, string, PostureException> failure)
    {
        foreach (var refusal in refusals.Where(refusal => byId.ContainsKey(refusal.Id)))
        {
            Refuse(byId[refusal.Id], failure(byId[refusal.Id].Finding, $"{refusal.Code}: {refusal.Message}"));
        }
    }

    private bool Refuse(HubEntry entry, PostureException failure)
    {
        listener.Fail(failure);
        return _refused.Add(entry);
    }

    // What is not taken now would not be taken a moment later: denied, or throttled through every retry.
    private void Give(EvidenceGap up, IEnumerable<HubEntry> rest)
    {
        listener.Miss(up);
        _refused.UnionWith(rest);
    }

    private static Kind Order(HubUpdate update) => update switch
    {
        { WorkflowStatus: AsffStatus.Suppressed } => Kind.Suppress,
        { Note: not null } => Kind.Lift,
        _ => Kind.Resolve,
    };

    private static string Verb(HubUpdate update) => Order(update) switch
    {
        Kind.Suppress => "Suppress",
        Kind.Lift => "Lift the suppression of",
        _ => "Resolve",
    };

    private static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : FormattableString.Invariant($"{count} {noun}s");

    private enum Kind
    {
        Suppress,
        Lift,
        Resolve,
    }
}
