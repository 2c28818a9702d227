namespace CisPosture.SecurityHub;

/// <summary>Why a check came to its verdict.</summary>
internal sealed record AsffStatusReason
{
    /// <summary>A code.</summary>
    public required string ReasonCode { get; init; }

    /// <summary>A sentence.</summary>
    public string? Description { get; init; }
}
