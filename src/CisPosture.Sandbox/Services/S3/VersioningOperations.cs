using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.S3;

internal static class VersioningOperations
{
    public static ApiResult GetBucketVersioning(ApiCall call)
    {
        var status = BucketLookup.Find(call).Versioning;
        return S3Xml.Element("VersioningConfiguration", status is null ? null : S3Xml.Element("Status", status));
    }

    /// <summary>Once on, versioning can be suspended but never again be as if it had not been.</summary>
    public static ApiResult PutBucketVersioning(ApiCall call)
    {
        var bucket = BucketLookup.Find(call);
        var status = S3Body.Text(S3Body.Read(call, "VersioningConfiguration"), "Status");
        bucket.Versioning = status is "Enabled" or "Suspended" ? status : throw S3Body.Malformed();
        return ApiResult.Empty;
    }
}
