using CisPosture.Sandbox.Services.Kms;
using CisPosture.Sandbox.State.CloudTrail;
using CisPosture.Sandbox.State.Kms;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.CloudTrail;

/// <summary>The key of a trail, given by id, ARN or alias; it must lie where the bucket does, and its policy must let CloudTrail make data keys.</summary>
internal static class TrailKey
{
    public static void Resolve(ApiCall call, Trail trail)
    {
        if (trail.KmsKeyId is not { } asked) return;
        var region = call.Accounts.Bucket(trail.S3BucketName, call.Account)?.Bucket.Region ?? call.Region;
        var key = call.Account.Regions.GetValueOrDefault(region)?.KmsKeys.Find(key => IsNamed(call, region, key, asked))
            ?? throw new ApiException("KmsKeyNotFoundException", $"KMS key {asked} does not exist, or does not lie in the Region {region} of the bucket.");
        if (key is not { KeyState: "Enabled", KeySpec: "SYMMETRIC_DEFAULT" }) throw new ApiException("KmsException", $"KMS key {asked} cannot be used to encrypt: it is {key.KeyState} and of the kind {key.KeySpec}.");
        if (!LetsCloudTrail(call, trail, key)) throw new ApiException("InsufficientEncryptionPolicyException", $"Insufficient permissions to access S3 bucket {trail.S3BucketName} or KMS key {asked}.");
        trail.KmsKeyId = Arn(call, region, key);
    }

    private static bool LetsCloudTrail(ApiCall call, Trail trail, KmsKey key) => KeyPolicy.LetsService(
        call,
        key,
        TrailBucket.Service,
        "kms:GenerateDataKey",
        [.. TrailBucket.Source(call, trail), KeyValuePair.Create("kms:EncryptionContext:aws:cloudtrail:arn", TrailLookup.Arn(call.Account, call.Region, trail))]);

    private static bool IsNamed(ApiCall call, string region, KmsKey key, string asked) =>
        asked == key.KeyId
        || asked == Arn(call, region, key)
        || key.Aliases.Exists(alias => asked == $"alias/{alias.Name}" || asked == call.Account.Arn("kms", region, $"alias/{alias.Name}"));

    private static string Arn(ApiCall call, string region, KmsKey key) => call.Account.Arn("kms", region, $"key/{key.KeyId}");
}
