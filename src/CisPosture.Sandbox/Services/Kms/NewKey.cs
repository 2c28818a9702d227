using CisPosture.Sandbox.State.Kms;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Kms;

/// <summary>Reads what a key is to be, of the kinds that KMS itself keeps.</summary>
internal static class NewKey
{
    private const string Symmetric = "SYMMETRIC_DEFAULT";

    private static readonly string[] Specs =
    [
        Symmetric, "RSA_2048", "RSA_3072", "RSA_4096", "ECC_NIST_P256", "ECC_NIST_P384", "ECC_NIST_P521", "ECC_SECG_P256K1", "HMAC_224", "HMAC_256", "HMAC_384", "HMAC_512",
    ];

    public static KmsKey Read(ApiCall call)
    {
        var spec = call.Input.OneOf("KeySpec", Specs) ?? call.Input.OneOf("CustomerMasterKeySpec", Specs) ?? Symmetric;
        var usage = Usage(call.Input.OneOf("KeyUsage", "ENCRYPT_DECRYPT", "SIGN_VERIFY", "GENERATE_VERIFY_MAC", "KEY_AGREEMENT"), spec);
        var origin = call.Input.OneOf("Origin", "AWS_KMS", "EXTERNAL") ?? "AWS_KMS";
        var isMultiRegion = call.Input.Flag("MultiRegion") ?? false;
        return new KmsKey
        {
            KeyId = isMultiRegion ? $"mrk-{Guid.NewGuid():N}" : Guid.NewGuid().ToString(),
            Description = Description(call),
            KeySpec = spec,
            KeyUsage = usage,
            Origin = origin,
            KeyState = origin == "EXTERNAL" ? "PendingImport" : "Enabled",
            MultiRegionKeyType = isMultiRegion ? "PRIMARY" : null,
            CreationDate = call.Now,
            Policy = KeyPolicy.Read(call),
            Tags = KmsTags.Read(call),
        };
    }

    private static string Description(ApiCall call)
    {
        var text = call.Input.Text("Description") ?? "";
        return text.Length <= 8192 ? text : throw call.Errors.Invalid("Description", text, "Member must have length less than or equal to 8192");
    }

    /// <summary>Only a symmetric key has a usage that goes without saying.</summary>
    private static string Usage(string? usage, string spec)
    {
        if (usage is null) return spec == Symmetric ? "ENCRYPT_DECRYPT" : throw KmsErrors.Invalid("You must specify a KeyUsage value for all KMS keys except for symmetric encryption keys.");
        var fits = spec switch
        {
            Symmetric => usage == "ENCRYPT_DECRYPT",
            _ when spec.StartsWith("HMAC", StringComparison.Ordinal) => usage == "GENERATE_VERIFY_MAC",
            _ when spec.StartsWith("RSA", StringComparison.Ordinal) => usage is "ENCRYPT_DECRYPT" or "SIGN_VERIFY",
            _ => usage is "SIGN_VERIFY" or "KEY_AGREEMENT",
        };
        return fits ? usage : throw KmsErrors.Invalid($"KeyUsage {usage} is not compatible with KeySpec {spec}");
    }
}
