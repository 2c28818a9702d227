namespace CisPosture.Sandbox.State.Iam;

/// <summary>What users, groups and roles have in common: a name, a path and policies.</summary>
public abstract class IamIdentity
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The unique id, such as AIDA…; null where it is made from path and name, as for what an account file describes.</summary>
    public string? Id { get; init; }

    /// <summary>The path, which begins and ends with a slash.</summary>
    public string Path { get; init; } = "/";

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreateDate { get; init; } = new(2019, 6, 1, 8, 0, 0, TimeSpan.Zero);

    /// <summary>ARNs of the managed policies attached to it.</summary>
    public List<string> AttachedPolicies { get; init; } = [];

    /// <summary>Policies written into it.</summary>
    public List<InlinePolicy> InlinePolicies { get; init; } = [];
}
