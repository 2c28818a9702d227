namespace CisPosture.Accounts;

/// <summary>The account's password policy. All members are false or null where <see cref="IsSet"/> is false.</summary>
public sealed record PasswordPolicy
{
    /// <summary>False where the account has no policy of its own and AWS's built-in default applies.</summary>
    public bool IsSet { get; init; } = true;

    /// <summary>Whether an uppercase letter is required.</summary>
    public bool RequireUppercaseCharacters { get; init; }

    /// <summary>Whether a lowercase letter is required.</summary>
    public bool RequireLowercaseCharacters { get; init; }

    /// <summary>Whether a symbol is required.</summary>
    public bool RequireSymbols { get; init; }

    /// <summary>Whether a digit is required.</summary>
    public bool RequireNumbers { get; init; }

    /// <summary>The least number of characters.</summary>
    public int? MinimumPasswordLength { get; init; }

    /// <summary>How many earlier passwords are remembered; null where none.</summary>
    public int? PasswordReusePrevention { get; init; }

    /// <summary>Whether passwords expire.</summary>
    public bool ExpirePasswords { get; init; }

    /// <summary>After how many days passwords expire; null or 0 where never.</summary>
    public int? MaxPasswordAge { get; init; }

    /// <summary>Whether a user whose password expired must ask an administrator.</summary>
    public bool HardExpiry { get; init; }

    /// <summary>Whether users may change their own password.</summary>
    public bool AllowUsersToChangePassword { get; init; }
}
