namespace CisPosture.Sandbox.State.Iam;

/// <summary>A managed policy with its versions.</summary>
public sealed class IamPolicy
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The path.</summary>
    public string Path { get; init; } = "/";

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreateDate { get; init; } = new(2019, 6, 1, 8, 0, 0, TimeSpan.Zero);

    /// <summary>The versions, oldest first.</summary>
    public required List<PolicyVersion> Versions { get; init; }

    /// <summary>The version in force.</summary>
    public string DefaultVersionId { get; set; } = "v1";

    internal string PolicyId => UniqueId.Of("ANPA", Path + Name);
}
