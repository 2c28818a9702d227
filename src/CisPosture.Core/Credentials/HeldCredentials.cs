namespace CisPosture.Credentials;

/// <summary>What a user can sign in or sign requests with, from the credential report or read live.</summary>
internal sealed record HeldCredentials
{
    /// <summary>Whether the credentials were read live, rather than from the report.</summary>
    public required bool IsLive { get; init; }

    /// <summary>The console password; null where there is none that can be used.</summary>
    public HeldCredential? Password { get; init; }

    public bool HasMfa { get; init; }

    public IReadOnlyList<HeldCredential> ActiveKeys { get; init; } = [];
}
