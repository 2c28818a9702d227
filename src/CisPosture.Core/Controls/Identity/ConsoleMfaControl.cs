using CisPosture.Credentials;

namespace CisPosture.Controls.Identity;

/// <summary>1.2: whoever has a console password has an MFA device, of whichever kind.</summary>
internal sealed class ConsoleMfaControl : UserCredentialControl
{
    public ConsoleMfaControl(CisControl definition)
        : base(definition)
    {
    }

    public override string SummarizePassed(int count) => $"{Counted(count, "user has", "users have")} MFA or no console password.";

    protected override Verdict JudgeCredentials(JudgedResource user, HeldCredentials credentials, DateTimeOffset now, ControlSettings settings)
    {
        var verdict = credentials switch
        {
            { Password: null } => Passed(user, "The user has no console password."),
            { HasMfa: true } => Passed(user, "The user has a console password and an MFA device."),
            _ => Failed(user, "The user has a console password but no MFA device."),
        };
        return verdict with { Facts = Facts(("PasswordEnabled", credentials.Password is not null), ("MfaActive", credentials.HasMfa)) };
    }
}
