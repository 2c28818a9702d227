namespace CisPosture.Controls.Monitoring;

/// <summary>What became of a path, from what counts least to what counts most.</summary>
internal enum ChainOutcome
{
    /// <summary>It is not complete, whatever could not be read.</summary>
    Broken,

    /// <summary>What was read does not speak against it, but something that it needs could not be seen.</summary>
    Open,

    /// <summary>It leads from the trail to a subscriber.</summary>
    Complete,
}
