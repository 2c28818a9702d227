using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.S3;

internal static class TaggingOperations
{
    public static ApiResult GetBucketTagging(ApiCall call)
    {
        var bucket = BucketLookup.Find(call);
        if (bucket.Tags.Count == 0) throw BucketLookup.NotSet("NoSuchTagSet", "The TagSet does not exist", bucket);
        var tags = bucket.Tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => S3Xml.Element("Tag", S3Xml.Element("Key", tag.Key), S3Xml.Element("Value", tag.Value)));
        return S3Xml.Element("Tagging", S3Xml.Element("TagSet", tags));
    }

    /// <summary>The whole set is replaced.</summary>
    public static ApiResult PutBucketTagging(ApiCall call)
    {
        var bucket = BucketLookup.Find(call);
        var tags = S3Tags.Read((S3Body.Child(S3Body.Read(call, "Tagging"), "TagSet") ?? throw S3Body.Malformed()).Elements());
        bucket.Tags.Clear();
        foreach (var (key, value) in tags) bucket.Tags.Add(key, value);
        return S3Xml.NoContent;
    }

    public static ApiResult DeleteBucketTagging(ApiCall call)
    {
        BucketLookup.Find(call).Tags.Clear();
        return S3Xml.NoContent;
    }
}
