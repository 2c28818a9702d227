namespace CisPosture.Controls.Trails;

/// <summary>Whether a trail is one that records everything: multi-Region, logging, all management events.</summary>
internal enum TrailStanding
{
    /// <summary>It is.</summary>
    Qualified,

    /// <summary>What was read shows that it is not, whatever the rest may be.</summary>
    Disqualified,

    /// <summary>Nothing that was read speaks against it, but not all of it could be read.</summary>
    Undecided,
}
