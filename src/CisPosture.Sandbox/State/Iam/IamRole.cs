using System.Text.Json.Serialization;

namespace CisPosture.Sandbox.State.Iam;

/// <summary>An IAM role.</summary>
public sealed class IamRole : IamIdentity
{
    /// <summary>Who may assume it.</summary>
    [JsonConverter(typeof(DocumentConverter))]
    public required string AssumeRolePolicyDocument { get; set; }

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>Whether it belongs to an AWS service, which alone may change it.</summary>
    [JsonIgnore]
    public bool IsServiceLinked => Path.StartsWith("/aws-service-role/", StringComparison.Ordinal);

    /// <summary>The longest session, in seconds.</summary>
    public int MaxSessionDuration { get; init; } = 3600;

    /// <summary>The ARN of the policy that bounds the role; null where none does.</summary>
    public string? PermissionsBoundary { get; set; }

    /// <summary>The last use; null where never.</summary>
    public DateTimeOffset? LastUsed { get; set; }

    /// <summary>Names of the instance profiles that the role is in.</summary>
    public List<string> InstanceProfiles { get; init; } = [];

    /// <summary>Tags.</summary>
    public Dictionary<string, string> Tags { get; init; } = [];

    /// <summary>Since when other services can see the role.</summary>
    [JsonIgnore]
    internal DateTimeOffset? VisibleFrom { get; set; }

    /// <summary>How many more looks at the role find nothing.</summary>
    [JsonIgnore]
    internal int LooksUntilVisible { get; set; }

    /// <summary>Whether other services see the role at this time. Each call counts as a look.</summary>
    public bool IsVisibleAt(DateTimeOffset now)
    {
        if (now < VisibleFrom) return false;
        if (LooksUntilVisible == 0) return true;
        LooksUntilVisible--;
        return false;
    }

    internal string RoleId => Id ?? UniqueId.Of("AROA", Path + Name);
}
