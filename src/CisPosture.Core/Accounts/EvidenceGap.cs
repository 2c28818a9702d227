namespace CisPosture.Accounts;

/// <summary>Why a piece of evidence is missing. A gap never turns into Passed or Failed.</summary>
public sealed record EvidenceGap
{
    /// <summary>One of <see cref="CisPosture.ReasonCode"/>: access denied, throttled, Region off, unreachable, not ready, not collected, service error.</summary>
    public required string ReasonCode { get; init; }

    /// <summary>The API operation that failed, such as "iam:GetCredentialReport"; service prefix as IAM writes it, name as the API has it.</summary>
    public string? Operation { get; init; }

    /// <summary>The ARN of what was asked for, where the refusal is about that one thing.</summary>
    public string? Resource { get; init; }

    /// <summary>The IAM action whose grant would let the operation pass, such as "s3:GetBucketPublicAccessBlock".</summary>
    public string? Permission { get; init; }

    /// <summary>The Region that was asked; null for global services.</summary>
    public string? Region { get; init; }

    /// <summary>The service's own error code, such as "AccessDenied".</summary>
    public string? ErrorCode { get; init; }

    /// <summary>The service's message, cleared of anything secret.</summary>
    public string? Message { get; init; }
}
