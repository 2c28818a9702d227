namespace CisPosture.Sandbox.State.IdentityCenter;

/// <summary>A user who has signed in at IAM Identity Center, and with what a client goes on for the user.</summary>
public sealed class SignIn
{
    /// <summary>Who signed in.</summary>
    public required string User { get; init; }

    /// <summary>What opens the roles.</summary>
    public required string AccessToken { get; set; }

    /// <summary>When the access token ends.</summary>
    public required DateTimeOffset ExpiresAt { get; set; }

    /// <summary>What renews the access token, once; null where nothing does.</summary>
    public string? RefreshToken { get; set; }

    /// <summary>The client that was registered for the sign-in.</summary>
    public string? ClientId { get; init; }

    /// <summary>The client's secret.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>The permission sets that the user has in the account.</summary>
    public List<string> PermissionSets { get; init; } = [];
}
