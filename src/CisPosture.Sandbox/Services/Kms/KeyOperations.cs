using CisPosture.Sandbox.Paging;
using CisPosture.Sandbox.State.Kms;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Kms;

internal static class KeyOperations
{
    private static readonly PagingRules Rules = new("Marker", "Limit", 100, 1, 1000, () => new ApiException("InvalidMarkerException", "Could not deserialize marker."));

    public static ApiResult ListKeys(ApiCall call)
    {
        var page = call.Page(call.RegionState.KmsKeys, Rules);
        return new Structure
        {
            ["Keys"] = page.Items.Select(key => new Structure { ["KeyId"] = key.KeyId, ["KeyArn"] = Arn(call, key) }),
            ["NextMarker"] = page.NextToken,
            ["Truncated"] = page.IsTruncated,
        };
    }

    public static ApiResult DescribeKey(ApiCall call)
    {
        var key = Open(call);
        return new Structure { ["KeyMetadata"] = Describe(call, key) };
    }

    public static ApiResult GetKeyRotationStatus(ApiCall call)
    {
        var key = Open(call);
        if (key.KeySpec != "SYMMETRIC_DEFAULT" || key.Origin is "AWS_CLOUDHSM" or "EXTERNAL_KEY_STORE") throw new ApiException("UnsupportedOperationException", "You tried to perform an operation that is not supported.");
        if (key.KeyState is not ("Enabled" or "Disabled")) throw new ApiException("KMSInvalidStateException", $"{Arn(call, key)} is {Words(key.KeyState)}.");
        return new Structure
        {
            ["KeyId"] = Arn(call, key),
            ["KeyRotationEnabled"] = key.IsRotationEnabled,
            ["RotationPeriodInDays"] = key.IsRotationEnabled ? key.RotationPeriodInDays : null,
        };
    }

    /// <summary>The key that the request names, unless its own policy keeps IAM out.</summary>
    private static KmsKey Open(ApiCall call)
    {
        var name = call.Input.Required("KeyId");
        var key = call.RegionState.KmsKeys.Find(key => IsNamed(call, key, name)) ?? throw NotFound(call, name);
        return key.IsClosedByPolicy
            ? throw call.Errors.AccessDenied($"User: {call.Caller!.Arn} is not authorized to perform: kms:{call.Operation} on resource: {Arn(call, key)} because no resource-based policy allows the kms:{call.Operation} action")
            : key;
    }

    private static bool IsNamed(ApiCall call, KmsKey key, string name) =>
        name == key.KeyId
        || name == Arn(call, key)
        || (key.Alias is { } alias && (name == $"alias/{alias}" || name == call.Account.Arn("kms", call.Region, $"alias/{alias}")));

    private static ApiException NotFound(ApiCall call, string name) => new(
        "NotFoundException",
        name.Contains("alias/", StringComparison.Ordinal) ? $"Alias {name} is not found." : $"Key '{(name.StartsWith("arn:", StringComparison.Ordinal) ? name : call.Account.Arn("kms", call.Region, $"key/{name}"))}' does not exist");

    private static string Words(string state) => state switch
    {
        "PendingDeletion" => "pending deletion",
        "PendingImport" => "pending import",
        _ => state,
    };

    private static Structure Describe(ApiCall call, KmsKey key) => new()
    {
        ["AWSAccountId"] = call.Account.AccountId,
        ["KeyId"] = key.KeyId,
        ["Arn"] = Arn(call, key),
        ["CreationDate"] = key.CreationDate,
        ["Enabled"] = key.KeyState == "Enabled",
        ["Description"] = key.Description,
        ["KeyUsage"] = key.KeyUsage,
        ["KeyState"] = key.KeyState,
        ["DeletionDate"] = key.DeletionDate,
        ["Origin"] = key.Origin,
        ["CustomKeyStoreId"] = key.CustomKeyStoreId,
        ["KeyManager"] = key.KeyManager,
        ["CustomerMasterKeySpec"] = key.KeySpec,
        ["KeySpec"] = key.KeySpec,
        ["MultiRegion"] = key.MultiRegionKeyType is not null,
        ["MultiRegionConfiguration"] = key.MultiRegionKeyType is null ? null : MultiRegion(call, key),
    };

    private static Structure MultiRegion(ApiCall call, KmsKey key)
    {
        var region = key.PrimaryRegion ?? call.Region;
        return new Structure
        {
            ["MultiRegionKeyType"] = key.MultiRegionKeyType,
            ["PrimaryKey"] = new Structure { ["Arn"] = call.Account.Arn("kms", region, $"key/{key.KeyId}"), ["Region"] = region },
            ["ReplicaKeys"] = Array.Empty<object>(),
        };
    }

    private static string Arn(ApiCall call, KmsKey key) => call.Account.Arn("kms", call.Region, $"key/{key.KeyId}");
}
