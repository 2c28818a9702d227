namespace CisPosture.Sandbox.State.Iam;

/// <summary>The root user's credentials.</summary>
public sealed class RootUser
{
    /// <summary>When the account was opened.</summary>
    public DateTimeOffset CreateDate { get; init; } = new(2016, 3, 14, 9, 26, 53, TimeSpan.Zero);

    /// <summary>Whether it can sign in.</summary>
    public bool HasPassword { get; set; } = true;

    /// <summary>The last sign-in; null where never.</summary>
    public DateTimeOffset? PasswordLastUsed { get; set; }

    /// <summary>Access keys, of which it should have none.</summary>
    public List<AccessKey> AccessKeys { get; init; } = [];

    /// <summary>MFA devices.</summary>
    public List<MfaDevice> MfaDevices { get; init; } = [];
}
