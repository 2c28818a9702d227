namespace CisPosture.SecurityHub;

/// <summary>How far people are with a finding.</summary>
internal sealed record AsffWorkflow
{
    /// <summary>NEW, NOTIFIED, RESOLVED or SUPPRESSED.</summary>
    public string? Status { get; init; }
}
