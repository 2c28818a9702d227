using System.Text.Json.Serialization;

namespace CisPosture.Sandbox.State.Iam;

/// <summary>The account's password policy. What is left out is AWS's default.</summary>
public sealed class PasswordPolicy
{
    /// <summary>The least number of characters.</summary>
    public int MinimumPasswordLength { get; init; } = 6;

    /// <summary>Whether a capital is required.</summary>
    public bool RequireUppercaseCharacters { get; init; }

    /// <summary>Whether a small letter is required.</summary>
    public bool RequireLowercaseCharacters { get; init; }

    /// <summary>Whether a symbol is required.</summary>
    public bool RequireSymbols { get; init; }

    /// <summary>Whether a digit is required.</summary>
    public bool RequireNumbers { get; init; }

    /// <summary>Whether users may change their own password.</summary>
    public bool AllowUsersToChangePassword { get; init; }

    /// <summary>After how many days passwords expire; null or 0 where never.</summary>
    public int? MaxPasswordAge { get; init; }

    /// <summary>How many earlier passwords are remembered; null or 0 where none.</summary>
    public int? PasswordReusePrevention { get; init; }

    /// <summary>Whether a user whose password expired must ask an administrator; null where it was never set.</summary>
    public bool? HardExpiry { get; init; }

    /// <summary>Whether passwords expire, which AWS derives from the age.</summary>
    [JsonIgnore]
    public bool ExpirePasswords => MaxPasswordAge > 0;
}
