using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.S3;

/// <summary>Who owns objects that others upload, and with it whether access control lists mean anything.</summary>
internal static class OwnershipOperations
{
    public const string Enforced = "BucketOwnerEnforced";

    public static ApiResult GetBucketOwnershipControls(ApiCall call)
    {
        var bucket = BucketLookup.Find(call);
        return bucket.ObjectOwnership is { } ownership
            ? S3Xml.Element("OwnershipControls", S3Xml.Element("Rule", S3Xml.Element("ObjectOwnership", ownership)))
            : throw BucketLookup.NotSet("OwnershipControlsNotFoundError", "The bucket ownership controls were not found", bucket);
    }

    public static ApiResult PutBucketOwnershipControls(ApiCall call)
    {
        var bucket = BucketLookup.Find(call);
        var ownership = S3Body.Text(S3Body.Child(S3Body.Read(call, "OwnershipControls"), "Rule"), "ObjectOwnership") ?? "";
        Check(ownership);
        if (ownership == Enforced && bucket.Grants.Count > 0) throw Conflict();
        bucket.ObjectOwnership = ownership;
        return ApiResult.Empty;
    }

    public static ApiResult DeleteBucketOwnershipControls(ApiCall call)
    {
        BucketLookup.Find(call).ObjectOwnership = null;
        return S3Xml.NoContent;
    }

    public static void Check(string ownership)
    {
        if (ownership is not (Enforced or "BucketOwnerPreferred" or "ObjectWriter")) throw S3Body.Malformed();
    }

    /// <summary>A new bucket comes with its owner's access control list and no other here.</summary>
    public static ApiException Refuse(ApiCall call, string ownership, string acl) =>
        ownership == Enforced ? Conflict() : call.Errors.UnknownOperation($"x-amz-acl: {acl}", null);

    private static ApiException Conflict() => new("InvalidBucketAclWithObjectOwnership", "Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting");
}
