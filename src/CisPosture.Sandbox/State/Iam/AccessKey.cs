using System.Text.Json.Serialization;

namespace CisPosture.Sandbox.State.Iam;

/// <summary>An access key.</summary>
public sealed class AccessKey
{
    /// <summary>The id.</summary>
    public required string AccessKeyId { get; init; }

    /// <summary>Active or Inactive.</summary>
    public string Status { get; set; } = "Active";

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreateDate { get; init; }

    /// <summary>The last use; null where never.</summary>
    public AccessKeyUse? LastUsed { get; set; }

    /// <summary>The secret of a key that was made here, so that it can be used; null for the keys that an account file describes.</summary>
    [JsonIgnore]
    internal string? SecretAccessKey { get; init; }

    internal bool IsActive => Status == "Active";
}
