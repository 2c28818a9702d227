using CisPosture.Sandbox.State.Kms;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Kms;

/// <summary>Finds the key that a request names, unless the key's policy keeps the caller out.</summary>
internal static class KeyLookup
{
    private const string AliasPrefix = "alias/";

    /// <summary>A key by its id, ARN or alias.</summary>
    public static KmsKey Find(ApiCall call, string parameter = "KeyId")
    {
        var name = call.Input.Required(parameter);
        var key = call.RegionState.KmsKeys.Find(key => IsNamed(call, key, name)) ?? throw NotFound(call, name);
        return KeyPolicy.Lets(call, key, $"kms:{call.Operation}") ? key : throw Closed(call, key);
    }

    /// <summary>A key by its id or ARN: what changes a key takes no alias.</summary>
    public static KmsKey FindById(ApiCall call, string parameter = "KeyId")
    {
        var name = call.Input.Required(parameter);
        return name.Contains(AliasPrefix, StringComparison.Ordinal) ? throw KmsErrors.NotFound($"Invalid keyId {name}") : Find(call, parameter);
    }

    /// <summary>A key of the account itself that the request may change; AWS's own change only by AWS.</summary>
    public static KmsKey FindToChange(ApiCall call)
    {
        var key = FindById(call);
        return key.KeyManager == "CUSTOMER" ? key : throw Closed(call, key);
    }

    public static string Arn(ApiCall call, KmsKey key) => call.Account.Arn("kms", call.Region, $"key/{key.KeyId}");

    public static string AliasArn(ApiCall call, string name) => call.Account.Arn("kms", call.Region, AliasPrefix + name);

    private static bool IsNamed(ApiCall call, KmsKey key, string name) =>
        name == key.KeyId || name == Arn(call, key) || key.Aliases.Exists(alias => name == AliasPrefix + alias.Name || name == AliasArn(call, alias.Name));

    private static ApiException NotFound(ApiCall call, string name)
    {
        if (name.Contains(AliasPrefix, StringComparison.Ordinal)) return KmsErrors.NotFound($"Alias {name} is not found.");
        var arn = name.StartsWith("arn:", StringComparison.Ordinal) ? name : call.Account.Arn("kms", call.Region, $"key/{name}");
        return KmsErrors.NotFound($"Key '{arn}' does not exist");
    }

    private static ApiException Closed(ApiCall call, KmsKey key) => call.Errors.AccessDenied(
        $"User: {call.Caller!.Arn} is not authorized to perform: kms:{call.Operation} on resource: {Arn(call, key)} because no resource-based policy allows the kms:{call.Operation} action");
}
