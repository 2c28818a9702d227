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

    /// <summary>The longest session, in seconds.</summary>
    public int MaxSessionDuration { get; init; } = 3600;

    /// <summary>The ARN of the policy that bounds the role; null where none does.</summary>
    public string? PermissionsBoundary { get; set; }

    /// <summary>Tags.</summary>
    public Dictionary<string, string> Tags { get; init; } = [];

    internal string RoleId => UniqueId.Of("AROA", Path + Name);
}
