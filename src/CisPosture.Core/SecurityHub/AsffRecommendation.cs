namespace CisPosture.SecurityHub;

/// <summary>Advice.</summary>
internal sealed record AsffRecommendation
{
    /// <summary>The advice in words.</summary>
    public string? Text { get; init; }

    /// <summary>A page that tells more.</summary>
    public string? Url { get; init; }
}
