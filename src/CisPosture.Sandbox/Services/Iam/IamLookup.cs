using CisPosture.Sandbox.State;
using CisPosture.Sandbox.State.Iam;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Iam;

/// <summary>Finds what a request names, or refuses as IAM does, and tells ARNs.</summary>
internal static class IamLookup
{
    /// <summary>The user that the request names, or the caller's where it names none.</summary>
    public static IamUser User(ApiCall call)
    {
        return Find(call, call.Input.Text("UserName") ?? CallerName(call));
    }

    /// <summary>The user that the request must name.</summary>
    public static IamUser NamedUser(ApiCall call) => Find(call, call.Input.Required("UserName"));

    public static IamGroup Group(ApiCall call)
    {
        var name = call.Input.Required("GroupName");
        return call.Account.Iam.Groups.Find(group => SameName(group.Name, name)) ?? throw IamErrors.NoSuchEntity($"The group with name {name} cannot be found.");
    }

    public static IamRole Role(ApiCall call)
    {
        var name = call.Input.Required("RoleName");
        return call.Account.Iam.Roles.Find(role => SameName(role.Name, name)) ?? throw IamErrors.NoSuchEntity($"The role with name {name} cannot be found.");
    }

    public static ManagedPolicy Policy(ApiCall call)
    {
        var arn = PolicyArn(call);
        return ManagedPolicy.All(call.Account).FirstOrDefault(policy => policy.Arn == arn) ?? throw IamErrors.NoSuchEntity($"Policy {arn} does not exist or is not attachable.");
    }

    public static string PolicyArn(ApiCall call)
    {
        var arn = call.Input.Required("PolicyArn");
        return arn.StartsWith("arn:", StringComparison.Ordinal) && arn.Contains(":policy/", StringComparison.Ordinal) ? arn : throw IamErrors.InvalidInput($"ARN {arn} is not valid.");
    }

    /// <summary>The customer's policy that the request names; AWS's own nobody may change.</summary>
    public static IamPolicy PolicyToChange(ApiCall call)
    {
        var policy = Policy(call);
        return policy.IsAwsManaged
            ? throw call.Errors.AccessDenied($"User: {call.Caller!.Arn} is not authorized to perform: iam:{call.Operation} on resource: policy {policy.Arn}")
            : policy.Policy;
    }

    public static string UserArn(SandboxAccount account, IamUser user) => account.Arn("iam", "", $"user{user.Path}{user.Name}");

    public static string GroupArn(SandboxAccount account, IamGroup group) => account.Arn("iam", "", $"group{group.Path}{group.Name}");

    public static string RoleArn(SandboxAccount account, IamRole role) => account.Arn("iam", "", $"role{role.Path}{role.Name}");

    public static bool IsUnder(string path, ApiCall call) => call.Input.Text("PathPrefix") is not { } prefix || path.StartsWith(prefix, StringComparison.Ordinal);

    /// <summary>IAM keeps names apart by letters only, not by their case.</summary>
    public static bool SameName(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private static string CallerName(ApiCall call) => call.Caller!.RoleArn is null
        ? call.Caller.Arn.Split('/')[^1]
        : throw new ApiException("ValidationError", "Must specify userName when calling with non-User credentials");

    private static IamUser Find(ApiCall call, string name) =>
        call.Account.Iam.Users.Find(user => SameName(user.Name, name)) ?? throw IamErrors.NoSuchEntity($"The user with name {name} cannot be found.");
}
