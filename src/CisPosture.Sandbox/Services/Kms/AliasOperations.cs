using System.Text.RegularExpressions;
using CisPosture.Sandbox.State.Kms;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Kms;

internal static partial class AliasOperations
{
    private const string Prefix = "alias/";
    private const string Reserved = "aws/";
    private const int Quota = 50;

    public static ApiResult ListAliases(ApiCall call)
    {
        var keys = call.Input.Has("KeyId") ? [KeyLookup.FindById(call)] : call.RegionState.KmsKeys;
        var aliases = keys.SelectMany(key => key.Aliases, (key, alias) => (Key: key, Alias: alias)).OrderBy(pair => pair.Alias.Name, StringComparer.Ordinal).ToArray();
        return KmsPaging.Answer(call, "Aliases", aliases, pair => new Structure
        {
            ["AliasName"] = Prefix + pair.Alias.Name,
            ["AliasArn"] = KeyLookup.AliasArn(call, pair.Alias.Name),
            ["TargetKeyId"] = pair.Key.KeyId,
            ["CreationDate"] = pair.Alias.CreationDate,
            ["LastUpdatedDate"] = pair.Alias.LastUpdatedDate ?? pair.Alias.CreationDate,
        });
    }

    public static ApiResult CreateAlias(ApiCall call)
    {
        var name = Name(call);
        var key = Target(call);
        if (Holder(call, name) is not null) throw new ApiException("AlreadyExistsException", $"An alias with the name {KeyLookup.AliasArn(call, name)} already exists");
        Give(key, new KeyAlias { Name = name, CreationDate = call.Now });
        return ApiResult.Empty;
    }

    /// <summary>Gives a key's name to another key of the same kind.</summary>
    public static ApiResult UpdateAlias(ApiCall call)
    {
        var name = Name(call);
        var from = Holder(call, name) ?? throw NotFound(call, name);
        var to = Target(call);
        if (from.KeyUsage != to.KeyUsage || (from.KeySpec == "SYMMETRIC_DEFAULT") != (to.KeySpec == "SYMMETRIC_DEFAULT")) throw KmsErrors.Invalid("Alias cannot be changed to a KMS key of another type or usage.");
        var alias = from.Aliases.Find(alias => alias.Name == name)!;
        from.Aliases.Remove(alias);
        Give(to, new KeyAlias { Name = name, CreationDate = alias.CreationDate, LastUpdatedDate = call.Now });
        return ApiResult.Empty;
    }

    public static ApiResult DeleteAlias(ApiCall call)
    {
        var name = Name(call);
        var key = Holder(call, name) ?? throw NotFound(call, name);
        key.Aliases.RemoveAll(alias => alias.Name == name);
        return ApiResult.Empty;
    }

    private static void Give(KmsKey key, KeyAlias alias)
    {
        if (key.Aliases.Count >= Quota) throw KmsErrors.LimitExceeded($"A key can have {Quota} aliases.");
        key.Aliases.Add(alias);
    }

    private static string Name(ApiCall call)
    {
        var name = call.Input.Required("AliasName");
        if (!name.StartsWith(Prefix, StringComparison.Ordinal)) throw KmsErrors.Invalid("Invalid identifier");
        if (name.Length > 256 || !Characters().IsMatch(name)) throw call.Errors.Invalid("AliasName", name, "Member must satisfy regular expression pattern: ^[a-zA-Z0-9:/_-]+$");
        if (name.StartsWith(Prefix + Reserved, StringComparison.Ordinal)) throw new ApiException("NotAuthorizedException", "Aliases that begin with alias/aws/ are reserved.");
        return name[Prefix.Length..];
    }

    private static KmsKey Target(ApiCall call)
    {
        if (call.Input.Required("TargetKeyId").Contains(Prefix, StringComparison.Ordinal)) throw KmsErrors.Invalid("Aliases must refer to keys. Not aliases");
        var key = KeyLookup.FindById(call, "TargetKeyId");
        return key.KeyState == "PendingDeletion" ? throw KmsErrors.WrongState(call, key) : key;
    }

    private static KmsKey? Holder(ApiCall call, string name) => call.RegionState.KmsKeys.Find(key => key.Aliases.Exists(alias => alias.Name == name));

    private static ApiException NotFound(ApiCall call, string name) => KmsErrors.NotFound($"Alias {KeyLookup.AliasArn(call, name)} is not found.");

    [GeneratedRegex("^alias/[a-zA-Z0-9/_-]+$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Characters();
}
