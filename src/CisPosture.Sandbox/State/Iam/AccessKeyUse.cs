namespace CisPosture.Sandbox.State.Iam;

/// <summary>When, where and for what a key was last used.</summary>
public sealed class AccessKeyUse
{
    /// <summary>When.</summary>
    public required DateTimeOffset Date { get; init; }

    /// <summary>In which Region.</summary>
    public string Region { get; init; } = "us-east-1";

    /// <summary>For which service.</summary>
    public string Service { get; init; } = "s3";
}
