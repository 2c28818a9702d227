namespace CisPosture.SecurityHub;

/// <summary>The provider's own word on what customers may change.</summary>
internal sealed record AsffProviderFields
{
    /// <summary>The severity, without its number.</summary>
    public AsffSeverity? Severity { get; init; }

    /// <summary>The kinds.</summary>
    public IReadOnlyList<string>? Types { get; init; }
}
