using System.Xml.Linq;
using CisPosture.Sandbox.State.S3;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.S3;

/// <summary>Default encryption, which a bucket always has: without one of its own, S3's.</summary>
internal static class EncryptionOperations
{
    private static readonly string[] Algorithms = ["AES256", "aws:kms", "aws:kms:dsse"];

    public static ApiResult GetBucketEncryption(ApiCall call)
    {
        var encryption = BucketLookup.Find(call).Encryption;
        return S3Xml.Element("ServerSideEncryptionConfiguration", S3Xml.Element(
            "Rule",
            S3Xml.Element(
                "ApplyServerSideEncryptionByDefault",
                S3Xml.Element("SSEAlgorithm", encryption.Algorithm),
                encryption.KmsKeyId is null ? null : S3Xml.Element("KMSMasterKeyID", encryption.KmsKeyId)),
            S3Xml.Element("BucketKeyEnabled", encryption.BucketKeyEnabled)));
    }

    public static ApiResult PutBucketEncryption(ApiCall call)
    {
        var bucket = BucketLookup.Find(call);
        var rules = S3Body.Read(call, "ServerSideEncryptionConfiguration").Elements().ToArray();
        bucket.Encryption = rules is [var rule] ? Read(rule) : throw S3Body.Malformed();
        return ApiResult.Empty;
    }

    public static ApiResult DeleteBucketEncryption(ApiCall call)
    {
        BucketLookup.Find(call).Encryption = new BucketEncryption();
        return S3Xml.NoContent;
    }

    private static BucketEncryption Read(XElement rule)
    {
        var byDefault = S3Body.Child(rule, "ApplyServerSideEncryptionByDefault");
        var algorithm = S3Body.Text(byDefault, "SSEAlgorithm");
        if (!Algorithms.Contains(algorithm, StringComparer.Ordinal)) throw S3Body.Malformed();
        var key = S3Body.Text(byDefault, "KMSMasterKeyID");
        if (key is not null && algorithm == Algorithms[0]) throw new ApiException("InvalidArgument", "a KMSMasterKeyID is not applicable if the default sse algorithm is not aws:kms or aws:kms:dsse");
        return new BucketEncryption { Algorithm = algorithm!, KmsKeyId = key, BucketKeyEnabled = S3Body.Flag(rule, "BucketKeyEnabled") };
    }
}
