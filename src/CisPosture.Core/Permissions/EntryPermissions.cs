namespace CisPosture.Permissions;

/// <summary>What it takes to enter other accounts: actions of whoever starts the scan, not of the roles that are entered by.</summary>
internal static class EntryPermissions
{
    /// <summary>Enters an account by a role.</summary>
    public const string AssumeRole = "sts:AssumeRole";

    /// <summary>Tells the accounts of the organization.</summary>
    public const string ListAccounts = "organizations:ListAccounts";

    /// <summary>Both, with what they are for.</summary>
    public static IReadOnlyList<CisPermission> All { get; } =
    [
        Of(ListAccounts, "Lists the accounts of the organization. The account that starts the scan needs it."),
        Of(AssumeRole, "Enters accounts by a role. The account that starts the scan needs it; the roles need the other actions."),
    ];

    private static CisPermission Of(string action, string reason) => new()
    {
        Action = action,
        Service = IamActions.ServiceOf(action),
        AccessLevel = IamActions.AccessLevelOf(action),
        Reason = reason,
    };
}
