using System.Net;
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
        var name = call.Input.Text("UserName") ?? CallerName(call);
        return call.Account.Iam.Users.Find(user => SameName(user.Name, name)) ?? throw NoSuchEntity($"The user with name {name} cannot be found.");
    }

    public static IamGroup Group(ApiCall call)
    {
        var name = call.Input.Required("GroupName");
        return call.Account.Iam.Groups.Find(group => SameName(group.Name, name)) ?? throw NoSuchEntity($"The group with name {name} cannot be found.");
    }

    public static IamRole Role(ApiCall call)
    {
        var name = call.Input.Required("RoleName");
        return call.Account.Iam.Roles.Find(role => SameName(role.Name, name)) ?? throw NoSuchEntity($"The role with name {name} cannot be found.");
    }

    public static ManagedPolicy Policy(ApiCall call)
    {
        var arn = call.Input.Required("PolicyArn");
        if (!arn.StartsWith("arn:", StringComparison.Ordinal)) throw new ApiException("InvalidInput", $"ARN {arn} is not valid.");
        return ManagedPolicy.All(call.Account).FirstOrDefault(policy => policy.Arn == arn) ?? throw NoSuchEntity($"Policy {arn} does not exist or is not attachable.");
    }

    public static string UserArn(SandboxAccount account, IamUser user) => account.Arn("iam", "", $"user{user.Path}{user.Name}");

    public static string GroupArn(SandboxAccount account, IamGroup group) => account.Arn("iam", "", $"group{group.Path}{group.Name}");

    public static string RoleArn(SandboxAccount account, IamRole role) => account.Arn("iam", "", $"role{role.Path}{role.Name}");

    public static ApiException NoSuchEntity(string message) => new("NoSuchEntity", message, HttpStatusCode.NotFound);

    public static bool IsUnder(string path, ApiCall call) => call.Input.Text("PathPrefix") is not { } prefix || path.StartsWith(prefix, StringComparison.Ordinal);

    private static string CallerName(ApiCall call) => call.Caller!.RoleArn is null
        ? call.Caller.Arn.Split('/')[^1]
        : throw new ApiException("ValidationError", "Must specify userName when calling with non-User credentials");

    /// <summary>IAM keeps names apart by letters only, not by their case.</summary>
    private static bool SameName(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
