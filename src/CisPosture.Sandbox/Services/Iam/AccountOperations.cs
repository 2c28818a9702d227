using CisPosture.Sandbox.State;
using CisPosture.Sandbox.State.Iam;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Iam;

internal static class AccountOperations
{
    public static ApiResult GetAccountPasswordPolicy(ApiCall call)
    {
        if (call.Account.Iam.PasswordPolicy is not { } policy) throw IamErrors.NoSuchEntity($"The Password Policy with domain name {call.Account.AccountId} cannot be found.");
        return new Structure
        {
            ["PasswordPolicy"] = new Structure
            {
                ["MinimumPasswordLength"] = policy.MinimumPasswordLength,
                ["RequireSymbols"] = policy.RequireSymbols,
                ["RequireNumbers"] = policy.RequireNumbers,
                ["RequireUppercaseCharacters"] = policy.RequireUppercaseCharacters,
                ["RequireLowercaseCharacters"] = policy.RequireLowercaseCharacters,
                ["AllowUsersToChangePassword"] = policy.AllowUsersToChangePassword,
                ["ExpirePasswords"] = policy.ExpirePasswords,
                ["MaxPasswordAge"] = Positive(policy.MaxPasswordAge),
                ["PasswordReusePrevention"] = Positive(policy.PasswordReusePrevention),
                ["HardExpiry"] = policy.HardExpiry,
            },
        };
    }

    /// <summary>There is no partial update: what is left out falls to its default, not to what it was.</summary>
    public static ApiResult UpdateAccountPasswordPolicy(ApiCall call)
    {
        var input = call.Input;
        call.Account.Iam.PasswordPolicy = new PasswordPolicy
        {
            MinimumPasswordLength = input.Integer("MinimumPasswordLength", 6, 128) ?? 6,
            RequireSymbols = input.Flag("RequireSymbols") ?? false,
            RequireNumbers = input.Flag("RequireNumbers") ?? false,
            RequireUppercaseCharacters = input.Flag("RequireUppercaseCharacters") ?? false,
            RequireLowercaseCharacters = input.Flag("RequireLowercaseCharacters") ?? false,
            AllowUsersToChangePassword = input.Flag("AllowUsersToChangePassword") ?? false,
            MaxPasswordAge = input.Integer("MaxPasswordAge", 1, 1095),
            PasswordReusePrevention = input.Integer("PasswordReusePrevention", 1, 24),
            HardExpiry = input.Flag("HardExpiry") ?? false,
        };
        return ApiResult.Empty;
    }

    public static ApiResult DeleteAccountPasswordPolicy(ApiCall call)
    {
        if (call.Account.Iam.PasswordPolicy is null) throw IamErrors.NoSuchEntity("The account policy with name PasswordPolicy cannot be found.");
        call.Account.Iam.PasswordPolicy = null;
        return ApiResult.Empty;
    }

    public static ApiResult GetAccountSummary(ApiCall call) => new Structure { ["SummaryMap"] = Map.Of(Summary(call.Account.Iam)) };

    public static ApiResult ListVirtualMFADevices(ApiCall call)
    {
        var status = call.Input.OneOf("AssignmentStatus", "Assigned", "Unassigned", "Any") ?? "Any";
        var devices = new List<Structure>();
        if (status is not "Unassigned") devices.AddRange(AssignedDevices(call.Account));
        if (status is not "Assigned") devices.AddRange(call.Account.Iam.UnassignedVirtualMfaDevices.Select(name => new Structure { ["SerialNumber"] = call.Account.Arn("iam", "", $"mfa/{name}") }));
        return IamPaging.Answer(IamPaging.Page(call, devices), "VirtualMFADevices", device => device);
    }

    public static ApiResult ListAccountAliases(ApiCall call)
    {
        string[] aliases = call.Account.Iam.AccountAlias is { } alias ? [alias] : [];
        return IamPaging.Answer(IamPaging.Page(call, aliases), "AccountAliases", name => name);
    }

    private static int? Positive(int? number) => number > 0 ? number : null;

    private static IEnumerable<Structure> AssignedDevices(SandboxAccount account)
    {
        var root = account.Iam.Root;
        var ofRoot = root.MfaDevices.Where(device => device.IsVirtual).Select(device => Device(device, RootStructure(account)));
        return ofRoot.Concat(account.Iam.Users.SelectMany(user => user.MfaDevices.Where(device => device.IsVirtual), (user, device) => Device(device, IamShapes.User(account, user))));
    }

    private static Structure Device(MfaDevice device, Structure user) => new()
    {
        ["SerialNumber"] = device.SerialNumber,
        ["User"] = user,
        ["EnableDate"] = device.EnableDate,
    };

    /// <summary>Root has no name and no path, and its id is the account's number.</summary>
    private static Structure RootStructure(SandboxAccount account) => new()
    {
        ["UserId"] = account.AccountId,
        ["Arn"] = account.Arn("iam", "", "root"),
        ["CreateDate"] = account.Iam.Root.CreateDate,
        ["PasswordLastUsed"] = account.Iam.Root.PasswordLastUsed,
    };

    private static Dictionary<string, int> Summary(IamState iam) => new(StringComparer.Ordinal)
    {
        ["AccessKeysPerUserQuota"] = 2,
        ["AccountAccessKeysPresent"] = iam.Root.AccessKeys.Count > 0 ? 1 : 0,
        ["AccountMFAEnabled"] = iam.Root.MfaDevices.Count > 0 ? 1 : 0,
        ["AccountPasswordPresent"] = iam.Root.HasPassword ? 1 : 0,
        ["AccountSigningCertificatesPresent"] = 0,
        ["AttachedPoliciesPerGroupQuota"] = 10,
        ["AttachedPoliciesPerRoleQuota"] = 10,
        ["AttachedPoliciesPerUserQuota"] = 10,
        ["Groups"] = iam.Groups.Count,
        ["GroupsQuota"] = 300,
        ["MFADevices"] = iam.Users.Sum(user => user.MfaDevices.Count) + iam.UnassignedVirtualMfaDevices.Count,
        ["MFADevicesInUse"] = iam.Users.Sum(user => user.MfaDevices.Count),
        ["Policies"] = iam.Policies.Count,
        ["PoliciesQuota"] = 1500,
        ["Roles"] = iam.Roles.Count,
        ["RolesQuota"] = 1000,
        ["Users"] = iam.Users.Count,
        ["UsersQuota"] = 5000,
    };
}
