using System.Text.Json.Serialization;

namespace CisPosture.Sandbox.State.Iam;

/// <summary>A managed policy with its versions.</summary>
public sealed class IamPolicy
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The unique id; null where it is made from path and name, as for what an account file describes.</summary>
    public string? Id { get; init; }

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

    /// <summary>Tags.</summary>
    public Dictionary<string, string> Tags { get; init; } = [];

    /// <summary>The number of the newest version that ever was: a deleted version's number is not given again.</summary>
    [JsonIgnore]
    internal int LastVersion { get; set; }

    internal string PolicyId => Id ?? UniqueId.Of("ANPA", Path + Name);
}
