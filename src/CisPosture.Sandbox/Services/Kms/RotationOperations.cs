using CisPosture.Sandbox.State.Kms;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Kms;

/// <summary>Automatic rotation, which only symmetric keys with KMS's own material have.</summary>
internal static class RotationOperations
{
    private const int OneYear = 365;

    public static ApiResult GetKeyRotationStatus(ApiCall call)
    {
        var key = KeyLookup.FindById(call);
        if (key.KeySpec != "SYMMETRIC_DEFAULT" || key.Origin is "AWS_CLOUDHSM" or "EXTERNAL_KEY_STORE") throw KmsErrors.Unsupported();
        if (key.KeyState is not ("Enabled" or "Disabled")) throw KmsErrors.WrongState(call, key);
        return new Structure
        {
            ["KeyId"] = KeyLookup.Arn(call, key),
            ["KeyRotationEnabled"] = key.IsRotationEnabled,
            ["RotationPeriodInDays"] = key.IsRotationEnabled ? key.RotationPeriodInDays : null,
        };
    }

    public static ApiResult EnableKeyRotation(ApiCall call)
    {
        var days = call.Input.Integer("RotationPeriodInDays", 90, 2560) ?? OneYear;
        var key = FindToRotate(call);
        (key.IsRotationEnabled, key.RotationPeriodInDays) = (true, days);
        return ApiResult.Empty;
    }

    public static ApiResult DisableKeyRotation(ApiCall call)
    {
        var key = FindToRotate(call);
        (key.IsRotationEnabled, key.RotationPeriodInDays) = (false, OneYear);
        return ApiResult.Empty;
    }

    /// <summary>The rotation of keys in several Regions is set at the first of them.</summary>
    private static KmsKey FindToRotate(ApiCall call)
    {
        var key = KeyLookup.FindToChange(call);
        if (key.KeySpec != "SYMMETRIC_DEFAULT" || key.Origin != "AWS_KMS" || key.MultiRegionKeyType == "REPLICA") throw KmsErrors.Unsupported();
        return key.KeyState switch
        {
            "Enabled" => key,
            "Disabled" => throw KmsErrors.Disabled(call, key),
            _ => throw KmsErrors.WrongState(call, key),
        };
    }
}
