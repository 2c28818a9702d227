namespace CisPosture.Accounts;

/// <summary>An AWS Config recorder with its status.</summary>
public sealed record ConfigRecorder
{
    /// <summary>The name, usually "default".</summary>
    public required string Name { get; init; }

    /// <summary>Whether it records all supported resource types.</summary>
    public bool AllSupported { get; init; }

    /// <summary>Whether it records global resource types.</summary>
    public bool IncludeGlobalResourceTypes { get; init; }

    /// <summary>ALL_SUPPORTED_RESOURCE_TYPES, INCLUSION_BY_RESOURCE_TYPES or EXCLUSION_BY_RESOURCE_TYPES; null where AWS sent none.</summary>
    public string? RecordingStrategy { get; init; }

    /// <summary>The AWS service that owns the recorder; null for a customer's.</summary>
    public string? ServicePrincipal { get; init; }

    /// <summary>Whether it is switched on.</summary>
    public bool IsRecording { get; init; }

    /// <summary>PENDING, SUCCESS, FAILURE or NOTAPPLICABLE, in whatever spelling AWS used; null where it never ran.</summary>
    public string? LastStatus { get; init; }

    /// <summary>The last error's code.</summary>
    public string? LastErrorCode { get; init; }
}
