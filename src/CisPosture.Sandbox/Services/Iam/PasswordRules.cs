using CisPosture.Sandbox.State.Iam;

namespace CisPosture.Sandbox.Services.Iam;

/// <summary>Holds a new password to the account's policy, or to AWS's own where the account has none.</summary>
internal static class PasswordRules
{
    private const string Symbols = "!@#$%^&*()_+-=[]{}|'";
    private const int DefaultLength = 8;
    private const int DefaultKinds = 3;

    /// <summary>What AWS says of the first rule that the password breaks; null where it breaks none.</summary>
    public static string? FirstBroken(PasswordPolicy? policy, string userName, string password)
    {
        var hasUpper = password.Any(char.IsAsciiLetterUpper);
        var hasLower = password.Any(char.IsAsciiLetterLower);
        var hasNumber = password.Any(char.IsAsciiDigit);
        var hasSymbol = password.Any(character => Symbols.Contains(character, StringComparison.Ordinal));
        if (policy is null) return FirstBrokenOfDefault(userName, password, [hasUpper, hasLower, hasNumber, hasSymbol]);
        if (password.Length < policy.MinimumPasswordLength) return $"Password should have a minimum length of {policy.MinimumPasswordLength}";
        if (policy.RequireUppercaseCharacters && !hasUpper) return "Password should have at least one uppercase letter";
        if (policy.RequireLowercaseCharacters && !hasLower) return "Password should have at least one lowercase letter";
        if (policy.RequireNumbers && !hasNumber) return "Password should have at least one number";
        return policy.RequireSymbols && !hasSymbol ? "Password should have at least one symbol" : null;
    }

    private static string? FirstBrokenOfDefault(string userName, string password, bool[] kinds)
    {
        if (password.Length < DefaultLength) return $"Password should have a minimum length of {DefaultLength}";
        return kinds.Count(kind => kind) < DefaultKinds || string.Equals(password, userName, StringComparison.OrdinalIgnoreCase) ? "Password does not conform to the account password policy." : null;
    }
}
