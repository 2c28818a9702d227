using CisPosture.Sandbox.State.Kms;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Kms;

internal static class KeyOperations
{
    private const int LeastDays = 7;
    private const int MostDays = 30;

    public static ApiResult ListKeys(ApiCall call) =>
        KmsPaging.Answer(call, "Keys", call.RegionState.KmsKeys, key => new Structure { ["KeyId"] = key.KeyId, ["KeyArn"] = KeyLookup.Arn(call, key) });

    public static ApiResult DescribeKey(ApiCall call) => new Structure { ["KeyMetadata"] = Describe(call, KeyLookup.Find(call)) };

    public static ApiResult CreateKey(ApiCall call)
    {
        var key = NewKey.Read(call);
        call.RegionState.KmsKeys.Add(key);
        return new Structure { ["KeyMetadata"] = Describe(call, key) };
    }

    public static ApiResult EnableKey(ApiCall call) => Switch(call, "Enabled");

    public static ApiResult DisableKey(ApiCall call) => Switch(call, "Disabled");

    public static ApiResult ScheduleKeyDeletion(ApiCall call)
    {
        var days = call.Input.Integer("PendingWindowInDays", LeastDays, MostDays) ?? MostDays;
        var key = KeyLookup.FindToChange(call);
        if (key.KeyState == "PendingDeletion") throw KmsErrors.WrongState(call, key);
        (key.KeyState, key.DeletionDate) = ("PendingDeletion", call.Now.AddDays(days));
        return new Structure
        {
            ["KeyId"] = KeyLookup.Arn(call, key),
            ["DeletionDate"] = key.DeletionDate,
            ["KeyState"] = key.KeyState,
            ["PendingWindowInDays"] = days,
        };
    }

    /// <summary>A key that was to be deleted comes back disabled.</summary>
    public static ApiResult CancelKeyDeletion(ApiCall call)
    {
        var key = KeyLookup.FindToChange(call);
        if (key.KeyState != "PendingDeletion") throw KmsErrors.WrongState(call, key);
        (key.KeyState, key.DeletionDate) = ("Disabled", null);
        return new Structure { ["KeyId"] = KeyLookup.Arn(call, key) };
    }

    private static ApiResult Switch(ApiCall call, string state)
    {
        var key = KeyLookup.FindToChange(call);
        if (key.KeyState is not ("Enabled" or "Disabled")) throw KmsErrors.WrongState(call, key);
        key.KeyState = state;
        return ApiResult.Empty;
    }

    private static Structure Describe(ApiCall call, KmsKey key) => new()
    {
        ["AWSAccountId"] = call.Account.AccountId,
        ["KeyId"] = key.KeyId,
        ["Arn"] = KeyLookup.Arn(call, key),
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
}
