using CisPosture.Accounts;

namespace CisPosture.Controls.Trails;

/// <summary>
/// How much of the account's trail listing was read. <see cref="IsBlind"/>: none, so nothing can be said of trails.
/// <see cref="IsPartial"/>: a trail may exist that was not seen, so "there is none" is not proven.
/// </summary>
internal sealed class TrailVisibility
{
    private TrailVisibility(bool hasReadAny, IReadOnlyList<string> unreadRegions, EvidenceGap? gap)
    {
        UnreadRegions = unreadRegions;
        Gap = gap;
        IsBlind = !hasReadAny;
        IsPartial = hasReadAny && unreadRegions.Count > 0;
    }

    /// <summary>True where no Region's trails could be listed; <see cref="Gap"/> then says why.</summary>
    public bool IsBlind { get; }

    /// <summary>True where some Regions' trails could be listed and others' not; <see cref="Gap"/> says why for one of them.</summary>
    public bool IsPartial { get; }

    /// <summary>The Regions whose trails could not be listed.</summary>
    public IReadOnlyList<string> UnreadRegions { get; }

    /// <summary>Why the first of them could not be read; null where all could.</summary>
    public EvidenceGap? Gap { get; }

    public static TrailVisibility Of(AccountEvidence account)
    {
        if (account.Regions.Count == 0)
        {
            return new TrailVisibility(hasReadAny: false, [], account.EnabledRegions.Gap ?? Evidence<IReadOnlyList<string>>.NotCollected.Gap);
        }

        var unread = account.Regions.Where(region => !region.TrailArns.IsKnown).ToList();
        return new TrailVisibility(
            hasReadAny: unread.Count < account.Regions.Count,
            [.. unread.Select(region => region.Region)],
            unread.Select(region => region.TrailArns.Gap).FirstOrDefault());
    }
}
