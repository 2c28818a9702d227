using CisPosture.Aws.Repairs.Settings;
using CisPosture.Policies;

namespace CisPosture.Aws.Repairs.Planners;

/// <summary>A user, group or role with what it is allowed, and how it comes to be used.</summary>
internal sealed record LiveIdentity
{
    public required IamHolder Kind { get; init; }

    public required string Arn { get; init; }

    /// <summary>ARNs of the managed policies that it holds.</summary>
    public IReadOnlyList<string> Attached { get; init; } = [];

    /// <summary>The policies that are written into it; null for one that cannot be read.</summary>
    public IReadOnlyList<PolicyDocument?> Inline { get; init; } = [];

    /// <summary>The ARN of its permissions boundary; null where it has none.</summary>
    public string? Boundary { get; init; }

    /// <summary>Names of the groups that a user is in.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Whether a user has a password or an active access key. False where that could not be read.</summary>
    public bool CanSignIn { get; init; }

    /// <summary>Who may assume a role; null where that cannot be read.</summary>
    public PolicyDocument? Trust { get; init; }

    /// <summary>Names of the instance profiles that a role is in.</summary>
    public IReadOnlyList<string> InstanceProfiles { get; init; } = [];

    /// <summary>When a role was last used; null where AWS tells of no use.</summary>
    public DateTimeOffset? LastUsed { get; init; }

    public string Name => IamName.Of(Arn);

    /// <summary>What it is called in a sentence: "user ann".</summary>
    public string Label => $"{Kind.ToString().ToLowerInvariant()} {Name}";

    /// <summary>Whether it is in a group.</summary>
    public bool IsIn(LiveIdentity group) => group.Kind == IamHolder.Group && Groups.Contains(group.Name, StringComparer.Ordinal);
}
