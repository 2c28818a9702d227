using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Sts;

internal static class IdentityOperations
{
    public static ApiResult GetCallerIdentity(ApiCall call) => new Structure
    {
        ["Arn"] = call.Caller!.Arn,
        ["UserId"] = call.Caller.UserId,
        ["Account"] = call.Account.AccountId,
    };
}
