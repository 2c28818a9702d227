namespace CisPosture.Permissions;

/// <summary>What it takes to publish findings into Security Hub and to read them there.</summary>
internal static class HubPermissions
{
    /// <summary>All of it, with what each is for.</summary>
    public static IReadOnlyList<CisPermission> All { get; } =
    [
        Of("securityhub:BatchImportFindings", "Publish-CisFinding imports findings with it."),
        Of("securityhub:BatchUpdateFindings", "Publish-CisFinding tells with it what is accepted, what is accepted no more, and what passes."),
        Of("securityhub:GetFindings", "Get-CisFinding -SecurityHub reads findings with it, and Publish-CisFinding what is there already."),
    ];

    private static CisPermission Of(string action, string reason) => new()
    {
        Action = action,
        Service = IamActions.ServiceOf(action),
        AccessLevel = IamActions.AccessLevelOf(action),
        Reason = reason,
    };
}
