using System.Text.Json.Serialization;

namespace CisPosture.Sandbox.State.Iam;

/// <summary>An MFA device in use: a virtual one is known by its name, a key or token by its serial number.</summary>
public sealed class MfaDevice
{
    /// <summary>The ARN of a virtual device or passkey, or a hardware token's serial number.</summary>
    public required string SerialNumber { get; init; }

    /// <summary>Since when it is in use.</summary>
    public required DateTimeOffset EnableDate { get; init; }

    /// <summary>The code that it shows now; null where nobody looks at it.</summary>
    public string? Shows { get; set; }

    /// <summary>Whether it is an app on a phone.</summary>
    [JsonIgnore]
    public bool IsVirtual => SerialNumber.Contains(":mfa/", StringComparison.Ordinal);
}
