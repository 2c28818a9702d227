using CisPosture.Accounts;

namespace CisPosture.Controls;

/// <summary>The way into another account: a role there that the caller assumes.</summary>
public static class AccountEntry
{
    /// <summary>The operation, and the IAM action that it takes.</summary>
    public const string Permission = "sts:AssumeRole";

    private const string RolePrefix = "role/";

    /// <summary>The ARN of a role.</summary>
    /// <param name="partition">The partition of the caller, which roles never cross.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="roleName">The role's name, after its path where it has one.</param>
    /// <returns>The ARN.</returns>
    public static string RoleArn(string partition, string accountId, string roleName) =>
        new Arn(partition, "iam", string.Empty, accountId, RolePrefix + roleName.TrimStart('/')).ToString();

    /// <summary>Whether a gap is about the way into an account rather than about something in it.</summary>
    /// <param name="gap">The gap.</param>
    /// <returns>True where an account could not be entered, or entered again.</returns>
    public static bool IsEntry(EvidenceGap gap) => gap.Operation == Permission;

    internal static string RoleName(Arn role) =>
        role.Resource.StartsWith(RolePrefix, StringComparison.Ordinal) ? role.Resource.Substring(RolePrefix.Length) : role.Resource;
}
