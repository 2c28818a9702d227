using System.Text.RegularExpressions;

namespace CisPosture.Repairs;

/// <summary>What the user says of a repair of the support role.</summary>
internal sealed record SupportRoleOptions : RepairOptions
{
    /// <summary>The name of the role that is made where none is named.</summary>
    public const string DefaultRoleName = "CisPosture-Support";

    private static readonly Regex AccountId = new("^[0-9]{12}$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private static readonly Regex PrincipalArn = new(
        "^arn:[a-z-]+:iam::[0-9]{12}:(root|(user|role)/[^*?]+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    /// <summary>Who may assume the role: ARNs of users, roles and accounts, and ids of accounts; empty where the user has not said.</summary>
    public IReadOnlyList<string> AssumedBy { get; init; } = [];

    /// <summary>The role's name.</summary>
    public string RoleName { get; init; } = DefaultRoleName;

    /// <summary>The options of parameters.</summary>
    /// <exception cref="PostureException">Somebody who may assume the role is neither a user nor a role nor an account.</exception>
    public static SupportRoleOptions Of(IEnumerable<string>? assumedBy, string roleName) =>
        new() { AssumedBy = [.. (assumedBy ?? []).Select(Checked).Distinct(StringComparer.Ordinal).OrderBy(principal => principal, StringComparer.Ordinal)], RoleName = roleName };

    private static string Checked(string text) => AccountId.IsMatch(text) || PrincipalArn.IsMatch(text)
        ? text
        : throw new PostureException(
            ErrorId.RepairOptionInvalid,
            $"-AssumedBy '{text}' is nobody who can be let in. Write the ARN of a user or role such as arn:aws:iam::111122223333:role/helpdesk, or an account's 12 digits.",
            text);
}
