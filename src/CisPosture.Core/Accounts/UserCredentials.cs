namespace CisPosture.Accounts;

/// <summary>The credentials of one user, read live.</summary>
public sealed record UserCredentials
{
    /// <summary>Whether a login profile exists.</summary>
    public bool HasPassword { get; init; }

    /// <summary>When the login profile was created.</summary>
    public DateTimeOffset? PasswordCreated { get; init; }

    /// <summary>When the password was last used.</summary>
    public DateTimeOffset? PasswordLastUsed { get; init; }

    /// <summary>Whether an MFA device is assigned.</summary>
    public bool HasMfa { get; init; }

    /// <summary>The access keys.</summary>
    public IReadOnlyList<LiveAccessKey> AccessKeys { get; init; } = [];
}
