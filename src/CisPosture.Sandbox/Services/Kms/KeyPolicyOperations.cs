using System.Text.Json.Nodes;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Kms;

internal static class KeyPolicyOperations
{
    public static ApiResult GetKeyPolicy(ApiCall call)
    {
        CheckName(call);
        var key = KeyLookup.FindById(call);
        return new Structure { ["Policy"] = KeyPolicy.Document(call.Account, key), ["PolicyName"] = KeyPolicy.Name };
    }

    public static ApiResult PutKeyPolicy(ApiCall call)
    {
        CheckName(call);
        var key = KeyLookup.FindToChange(call);
        var policy = KeyPolicy.Read(call) ?? throw call.Errors.Missing("Policy");
        key.Policy = JsonNode.DeepEquals(JsonNode.Parse(policy), JsonNode.Parse(KeyPolicy.Default(call.Account))) ? null : policy;
        return ApiResult.Empty;
    }

    /// <summary>A key has one policy, and that has one name.</summary>
    private static void CheckName(ApiCall call)
    {
        if ((call.Input.Text("PolicyName") ?? KeyPolicy.Name) != KeyPolicy.Name) throw KmsErrors.NotFound("No such policy exists");
    }
}
