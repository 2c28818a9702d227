namespace CisPosture;

/// <summary>An IAM action that a scan or a repair takes. Emitted by Get-CisRequiredPermission.</summary>
public sealed record CisPermission
{
    /// <summary>The action, such as iam:GetCredentialReport.</summary>
    public required string Action { get; init; }

    /// <summary>The service, as IAM actions spell it.</summary>
    public required string Service { get; init; }

    /// <summary>How AWS classes the action: List, Read, Write, Permissions management or Tagging.</summary>
    public required string AccessLevel { get; init; }

    /// <summary>The controls that cannot be judged, or mended, without it.</summary>
    public IReadOnlyList<string> ControlId { get; init; } = [];

    /// <summary>The controls to which it only adds notes.</summary>
    public IReadOnlyList<string> NoteControlId { get; init; } = [];

    /// <summary>The kinds of evidence that are read with it; docs/evidence.md tells what they are.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    /// <summary>Whether it is for a repair rather than for the scan.</summary>
    public bool ForRepair { get; init; }

    /// <summary>What it is for, as a sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>The action.</summary>
    public override string ToString() => Action;
}
