namespace CisPosture.SecurityHub;

/// <summary>A standard of Security Hub.</summary>
internal sealed record AsffStandard
{
    /// <summary>Its id, such as ruleset/cis-aws-foundations-benchmark/v/1.2.0.</summary>
    public string? StandardsId { get; init; }
}
