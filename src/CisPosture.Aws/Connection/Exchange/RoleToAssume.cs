namespace CisPosture.Aws.Connection.Exchange;

/// <summary>A role, and what its trust policy wants to hear.</summary>
/// <param name="Arn">The role's ARN.</param>
internal sealed record RoleToAssume(string Arn)
{
    /// <summary>How the session is called, which CloudTrail records, where nobody says otherwise.</summary>
    public const string UsualSessionName = "CisPosture";

    public string SessionName { get; init; } = UsualSessionName;

    public string? ExternalId { get; init; }

    /// <summary>The MFA device whose code the role demands; null where it demands none.</summary>
    public string? MfaSerial { get; init; }

    /// <summary>How long the session lasts; null for an hour, as the service gives.</summary>
    public int? DurationSeconds { get; init; }
}
