namespace CisPosture.Aws.Repairs.Planners;

/// <summary>A group that users are to get their policies from.</summary>
/// <param name="Arn">The ARN; the one to be, where the group does not exist.</param>
/// <param name="Path">The path; null where the group does not exist.</param>
/// <param name="Policies">What it holds.</param>
/// <param name="Members">Names of the users in it.</param>
internal sealed record LivePolicyGroup(string Arn, string? Path, HeldPolicies Policies, IReadOnlyList<string> Members)
{
    public string Name => IamName.Of(Arn);

    public bool Exists => Path is not null;

    /// <summary>True where the user has all that it holds itself through the group already.</summary>
    public bool Covers(LivePolicyUser user) => user.Groups.Contains(Name, StringComparer.Ordinal) && Policies.Lacks(user.Policies).Count == 0;
}
