namespace CisPosture.Sandbox.State.Iam;

/// <summary>A console password, without the password.</summary>
public sealed class LoginProfile
{
    /// <summary>When it was last set.</summary>
    public required DateTimeOffset CreateDate { get; set; }

    /// <summary>Whether it must be changed at the next sign-in.</summary>
    public bool PasswordResetRequired { get; set; }
}
