namespace CisPosture.SecurityHub;

/// <summary>What to do about a finding.</summary>
internal sealed record AsffRemediation
{
    /// <summary>The advice.</summary>
    public AsffRecommendation? Recommendation { get; init; }
}
