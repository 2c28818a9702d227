namespace CisPosture.Accounts;

/// <summary>A virtual MFA device that is assigned to a user or to root.</summary>
public sealed record VirtualMfaDevice
{
    /// <summary>The device's ARN.</summary>
    public required string SerialNumber { get; init; }

    /// <summary>The ARN of whom it is assigned to.</summary>
    public string? UserArn { get; init; }

    /// <summary>The id of whom it is assigned to; the account's number for root.</summary>
    public string? UserId { get; init; }
}
