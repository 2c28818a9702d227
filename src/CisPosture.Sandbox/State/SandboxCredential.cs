namespace CisPosture.Sandbox.State;

/// <summary>Keys that the account accepts, and whose they are.</summary>
public sealed class SandboxCredential
{
    /// <summary>The access key id.</summary>
    public required string AccessKeyId { get; init; }

    /// <summary>The secret access key.</summary>
    public required string SecretAccessKey { get; init; }

    /// <summary>The session token that must come with temporary keys; null for a user's keys.</summary>
    public string? SessionToken { get; init; }

    /// <summary>Who calls with these keys.</summary>
    public required string Arn { get; init; }

    /// <summary>When temporary keys end; null for a user's keys.</summary>
    public DateTimeOffset? Expiration { get; init; }

    /// <summary>The ARN of the role that temporary keys were issued for; null for a user's keys.</summary>
    public string? RoleArn { get; init; }

    /// <summary>The caller's unique id; with a role's keys the role's, a colon and the name of the session.</summary>
    public string UserId
    {
        get => field ?? UniqueId.Of("AIDA", Arn);
        init;
    }
}
