namespace CisPosture.Sandbox.State.Iam;

/// <summary>An IAM user.</summary>
public sealed class IamUser : IamIdentity
{
    /// <summary>The console password; null where the user has none.</summary>
    public LoginProfile? LoginProfile { get; set; }

    /// <summary>The last sign-in; null where never.</summary>
    public DateTimeOffset? PasswordLastUsed { get; set; }

    /// <summary>MFA devices.</summary>
    public List<MfaDevice> MfaDevices { get; init; } = [];

    /// <summary>Access keys, two at most.</summary>
    public List<AccessKey> AccessKeys { get; init; } = [];

    /// <summary>Names of the groups that the user is in.</summary>
    public List<string> Groups { get; init; } = [];

    /// <summary>The ARN of the policy that bounds the user; null where none does.</summary>
    public string? PermissionsBoundary { get; set; }

    /// <summary>Tags.</summary>
    public Dictionary<string, string> Tags { get; init; } = [];

    internal string UserId => Id ?? UniqueId.Of("AIDA", Path + Name);
}
