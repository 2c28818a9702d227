namespace CisPosture.Sandbox.State.SecurityHub;

/// <summary>What one check of the CIS standard came to, as an account file says it in a line; Security Hub's own finding is made of it.</summary>
public sealed class ControlFinding
{
    /// <summary>The rule of the CIS AWS Foundations Benchmark v1.2.0, such as 1.5; null where the hub gives one finding a control for all standards.</summary>
    public string? Rule { get; init; }

    /// <summary>The control in the numbering that all standards share, such as IAM.11.</summary>
    public required string SecurityControlId { get; init; }

    /// <summary>The control's title.</summary>
    public required string Title { get; init; }

    /// <summary>PASSED, FAILED, WARNING or NOT_AVAILABLE.</summary>
    public string Status { get; init; } = "FAILED";

    /// <summary>CRITICAL, HIGH, MEDIUM or LOW; what did not fail is INFORMATIONAL whatever stands here.</summary>
    public string Severity { get; init; } = "MEDIUM";

    /// <summary>Why, in one of Security Hub's codes; null for none.</summary>
    public string? ReasonCode { get; init; }

    /// <summary>The type of the resource.</summary>
    public string ResourceType { get; init; } = "AwsAccount";

    /// <summary>The resource; null for the account.</summary>
    public string? ResourceId { get; init; }

    /// <summary>When the check first came to this.</summary>
    public DateTimeOffset FirstObservedAt { get; init; }

    /// <summary>When the check was last made.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>NEW, NOTIFIED, RESOLVED or SUPPRESSED; null for what follows from the status.</summary>
    public string? WorkflowStatus { get; init; }

    /// <summary>ACTIVE or ARCHIVED.</summary>
    public string RecordState { get; init; } = "ACTIVE";
}
