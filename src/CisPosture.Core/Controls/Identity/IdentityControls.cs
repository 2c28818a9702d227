namespace CisPosture.Controls.Identity;

/// <summary>The controls of this chapter, by catalogue row.</summary>
internal static class IdentityControls
{
    public static Control Create(CisControl definition) => definition.Id switch
    {
        "1.1" => new Monitoring.RootUsageControl(definition),
        "1.2" => new ConsoleMfaControl(definition),
        "1.3" => new UnusedCredentialControl(definition),
        "1.4" => new AccessKeyAgeControl(definition),
        "1.5" => new PasswordPolicyControl(definition, PasswordRequirement.UppercaseLetter),
        "1.6" => new PasswordPolicyControl(definition, PasswordRequirement.LowercaseLetter),
        "1.7" => new PasswordPolicyControl(definition, PasswordRequirement.Symbol),
        "1.8" => new PasswordPolicyControl(definition, PasswordRequirement.Number),
        "1.9" => new PasswordPolicyControl(definition, PasswordRequirement.Length),
        "1.10" => new PasswordPolicyControl(definition, PasswordRequirement.ReusePrevention),
        "1.11" => new PasswordPolicyControl(definition, PasswordRequirement.Expiry),
        "1.12" => new RootAccessKeyControl(definition),
        "1.13" => new RootMfaControl(definition),
        "1.14" => new RootHardwareMfaControl(definition),
        "1.16" => new UserPolicyControl(definition),
        "1.20" => new SupportRoleControl(definition),
        "1.22" => new AdminPolicyControl(definition),
        _ => throw new InvalidOperationException($"The catalogue holds control {definition.Id}, which nobody judges."),
    };
}
