namespace CisPosture.Sandbox.State.Iam;

/// <summary>An access key, without its secret.</summary>
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

    internal bool IsActive => Status == "Active";
}
