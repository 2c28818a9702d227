using System.Net;
using CisPosture.Sandbox.State.Iam;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Iam;

/// <summary>How IAM refuses what does not fit the account's state.</summary>
internal static class IamErrors
{
    public static ApiException NoSuchEntity(string message) => new("NoSuchEntity", message, HttpStatusCode.NotFound);

    public static ApiException AlreadyExists(string message) => new("EntityAlreadyExists", message, HttpStatusCode.Conflict);

    public static ApiException DeleteConflict(string message) => new("DeleteConflict", message, HttpStatusCode.Conflict);

    public static ApiException LimitExceeded(string message) => new("LimitExceeded", message, HttpStatusCode.Conflict);

    public static ApiException OverQuota(string name, int quota) => LimitExceeded($"Cannot exceed quota for {name}: {quota}");

    public static ApiException InvalidInput(string message) => new("InvalidInput", message);

    public static ApiException Protected(IamRole role) =>
        new("UnmodifiableEntity", $"Cannot perform the operation on the protected role '{role.Name}' - this role is only modifiable by AWS");
}
