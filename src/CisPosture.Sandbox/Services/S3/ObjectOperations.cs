using System.Globalization;
using System.Xml.Linq;
using CisPosture.Sandbox.Paging;
using CisPosture.Sandbox.State;
using CisPosture.Sandbox.State.S3;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.S3;

internal static class ObjectOperations
{
    private static readonly PagingRules Rules = new("continuation-token", "max-keys", 1000, 0, 1000, () => new ApiException("InvalidArgument", "The continuation token provided is incorrect")) { CapsSilently = true };

    /// <summary>Keys in order; with a delimiter, those that go on after it are gathered under what they have in common.</summary>
    public static ApiResult ListObjectsV2(ApiCall call)
    {
        var bucket = BucketLookup.Find(call);
        var (prefix, delimiter) = (call.Input.Text("prefix") ?? "", call.Input.Text("delimiter"));
        var entries = bucket.Objects
            .Where(stored => stored.Key.StartsWith(prefix, StringComparison.Ordinal) && string.CompareOrdinal(stored.Key, call.Input.Text("start-after") ?? "") > 0)
            .OrderBy(stored => stored.Key, StringComparer.Ordinal)
            .Select(stored => (Stored: stored, Common: Common(stored.Key, prefix, delimiter)))
            .DistinctBy(entry => entry.Common ?? entry.Stored.Key)
            .ToArray();
        var page = call.Page(entries, Rules);
        return S3Xml.Element(
            "ListBucketResult",
            S3Xml.Element("Name", bucket.Name),
            S3Xml.Element("Prefix", Encoded(call, prefix)),
            delimiter is null ? null : S3Xml.Element("Delimiter", Encoded(call, delimiter)),
            S3Xml.Element("MaxKeys", call.Input.Text("max-keys") ?? "1000"),
            call.Input.Has("encoding-type") ? S3Xml.Element("EncodingType", "url") : null,
            S3Xml.Element("KeyCount", page.Items.Count),
            S3Xml.Element("IsTruncated", page.IsTruncated),
            page.NextToken is null ? null : S3Xml.Element("NextContinuationToken", page.NextToken),
            page.Items.Where(entry => entry.Common is null).Select(entry => Contents(call, entry.Stored)),
            page.Items.Where(entry => entry.Common is not null).Select(entry => S3Xml.Element("CommonPrefixes", S3Xml.Element("Prefix", Encoded(call, entry.Common!)))));
    }

    private static string? Common(string key, string prefix, string? delimiter)
    {
        if (string.IsNullOrEmpty(delimiter)) return null;
        var end = key.IndexOf(delimiter, prefix.Length, StringComparison.Ordinal);
        return end < 0 ? null : key[..(end + delimiter.Length)];
    }

    private static XElement Contents(ApiCall call, StoredObject stored) => S3Xml.Element(
        "Contents",
        S3Xml.Element("Key", Encoded(call, stored.Key)),
        S3Xml.Element("LastModified", stored.LastModified.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)),
        S3Xml.Element("ETag", $"\"{UniqueId.Canonical(stored.Key)[..32]}\""),
        S3Xml.Element("Size", stored.Size),
        S3Xml.Element("StorageClass", "STANDARD"));

    private static string Encoded(ApiCall call, string text) => call.Input.Text("encoding-type") == "url" ? Uri.EscapeDataString(text).Replace("%2F", "/", StringComparison.Ordinal) : text;
}
