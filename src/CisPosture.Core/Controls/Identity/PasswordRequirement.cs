using CisPosture.Accounts;

namespace CisPosture.Controls.Identity;

/// <summary>What one of the seven password controls asks of the account's password policy.</summary>
/// <param name="IsMet">Whether the policy does what is asked.</param>
/// <param name="Describe">What the policy does, and what is asked where that is a number.</param>
/// <param name="Facts">The settings that decide.</param>
internal sealed record PasswordRequirement(
    Func<PasswordPolicy, ControlSettings, bool> IsMet,
    Func<PasswordPolicy, ControlSettings, string> Describe,
    Func<PasswordPolicy, IEnumerable<(string Name, object? Value)>> Facts)
{
    // IAM remembers no more passwords than these.
    private const int MostRemembered = 24;

    public static PasswordRequirement UppercaseLetter { get; } =
        Character("an uppercase letter", nameof(PasswordPolicy.RequireUppercaseCharacters), policy => policy.RequireUppercaseCharacters);

    public static PasswordRequirement LowercaseLetter { get; } =
        Character("a lowercase letter", nameof(PasswordPolicy.RequireLowercaseCharacters), policy => policy.RequireLowercaseCharacters);

    public static PasswordRequirement Symbol { get; } = Character("a symbol", nameof(PasswordPolicy.RequireSymbols), policy => policy.RequireSymbols);

    public static PasswordRequirement Number { get; } = Character("a number", nameof(PasswordPolicy.RequireNumbers), policy => policy.RequireNumbers);

    public static PasswordRequirement Length { get; } = new(
        (policy, settings) => policy.MinimumPasswordLength >= settings.Number("MinimumPasswordLength"),
        (policy, settings) =>
            $"The password policy asks for {policy.MinimumPasswordLength ?? 0} characters; at least {settings.Number("MinimumPasswordLength")} are wanted.",
        policy => [(nameof(PasswordPolicy.MinimumPasswordLength), policy.MinimumPasswordLength)]);

    public static PasswordRequirement ReusePrevention { get; } = new(
        (policy, settings) => policy.PasswordReusePrevention >= settings.Number("PasswordReusePrevention") && policy.PasswordReusePrevention <= MostRemembered,
        (policy, settings) =>
            $"The password policy remembers {policy.PasswordReusePrevention ?? 0} passwords; {settings.Number("PasswordReusePrevention")} are wanted.",
        policy => [(nameof(PasswordPolicy.PasswordReusePrevention), policy.PasswordReusePrevention)]);

    public static PasswordRequirement Expiry { get; } = new(
        (policy, settings) => Expires(policy) && policy.MaxPasswordAge <= settings.Number("MaxPasswordAge"),
        (policy, settings) => Expires(policy)
            ? $"Passwords expire after {policy.MaxPasswordAge} days; at most {settings.Number("MaxPasswordAge")} are wanted."
            : $"Passwords never expire; at most {settings.Number("MaxPasswordAge")} days are wanted.",
        policy => [(nameof(PasswordPolicy.ExpirePasswords), policy.ExpirePasswords), (nameof(PasswordPolicy.MaxPasswordAge), policy.MaxPasswordAge)]);

    private static PasswordRequirement Character(string what, string setting, Func<PasswordPolicy, bool> isRequired) => new(
        (policy, _) => isRequired(policy),
        (policy, _) => $"The password policy {(isRequired(policy) ? "requires" : "does not require")} {what}.",
        policy => [(setting, isRequired(policy))]);

    // An age of 0 or none means that passwords do not expire; it is not a short age.
    private static bool Expires(PasswordPolicy policy) => policy is { ExpirePasswords: true, MaxPasswordAge: >= 1 };
}
