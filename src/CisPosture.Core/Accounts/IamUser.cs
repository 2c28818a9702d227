namespace CisPosture.Accounts;

/// <summary>An IAM user as ListUsers tells of it.</summary>
public sealed record IamUser
{
    /// <summary>The user's name.</summary>
    public required string UserName { get; init; }

    /// <summary>The stable id, AIDA….</summary>
    public required string UserId { get; init; }

    /// <summary>The ARN.</summary>
    public required string Arn { get; init; }

    /// <summary>When the user was created.</summary>
    public required DateTimeOffset CreateDate { get; init; }

    /// <summary>When the console password was last used.</summary>
    public DateTimeOffset? PasswordLastUsed { get; init; }
}
