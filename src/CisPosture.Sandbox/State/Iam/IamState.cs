using System.Text.Json.Serialization;

namespace CisPosture.Sandbox.State.Iam;

/// <summary>Identity and Access Management of an account.</summary>
public sealed class IamState
{
    /// <summary>The account's alias; null where it has none.</summary>
    public string? AccountAlias { get; set; }

    /// <summary>The root user.</summary>
    public RootUser Root { get; init; } = new();

    /// <summary>Users.</summary>
    public List<IamUser> Users { get; init; } = [];

    /// <summary>Groups.</summary>
    public List<IamGroup> Groups { get; init; } = [];

    /// <summary>Roles.</summary>
    public List<IamRole> Roles { get; init; } = [];

    /// <summary>Customer-managed policies.</summary>
    public List<IamPolicy> Policies { get; init; } = [];

    /// <summary>Names of virtual MFA devices that nobody uses.</summary>
    public List<string> UnassignedVirtualMfaDevices { get; init; } = [];

    /// <summary>Providers whose tokens roles may be assumed with.</summary>
    public List<OpenIdProvider> OpenIdProviders { get; init; } = [];

    /// <summary>The password policy; null where the account has none of its own.</summary>
    public PasswordPolicy? PasswordPolicy { get; set; }

    /// <summary>Deletions of service-linked roles by the id of their task.</summary>
    [JsonIgnore]
    internal Dictionary<string, RoleDeletion> RoleDeletions { get; } = new(StringComparer.Ordinal);

    /// <summary>The credential report.</summary>
    public CredentialReportState CredentialReport { get; init; } = new();
}
