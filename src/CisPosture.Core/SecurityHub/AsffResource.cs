namespace CisPosture.SecurityHub;

/// <summary>What a finding is about.</summary>
internal sealed record AsffResource
{
    /// <summary>The type, such as AwsIamUser.</summary>
    public required string Type { get; init; }

    /// <summary>The ARN where there is one.</summary>
    public required string Id { get; init; }

    /// <summary>The partition.</summary>
    public string? Partition { get; init; }

    /// <summary>The Region.</summary>
    public string? Region { get; init; }

    /// <summary>What else is known of it.</summary>
    public AsffResourceDetails? Details { get; init; }
}
