using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services;

/// <summary>An operation with the IAM action that it needs; null where it needs none.</summary>
internal sealed record Operation(string Name, OperationHandler Handler, string? Action)
{
    /// <summary>The resource that a refusal names.</summary>
    public Func<ApiCall, string> Resource { get; init; } = _ => "*";

    /// <summary>What a request needs besides for what it carries, such as iam:PassRole for a role or ec2:CreateTags for tags.</summary>
    public Func<ApiCall, IEnumerable<RequiredAction>> Also { get; init; } = _ => [];

    /// <summary>Whether it is asked for without a signature, by those who have no keys yet.</summary>
    public bool IsUnsigned { get; init; }

    /// <summary>Whether it changes the account.</summary>
    public bool IsWrite { get; init; }
}
