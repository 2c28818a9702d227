using CisPosture.Sandbox.Paging;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Kms;

/// <summary>KMS pages by Marker and Limit.</summary>
internal static class KmsPaging
{
    private static readonly PagingRules Rules = new("Marker", "Limit", 100, 1, 1000, () => new ApiException("InvalidMarkerException", "Could not deserialize marker."));

    public static Structure Answer<T>(ApiCall call, string name, IReadOnlyList<T> items, Func<T, Structure> write)
    {
        var page = call.Page(items, Rules);
        return new Structure
        {
            [name] = page.Items.Select(write),
            ["NextMarker"] = page.NextToken,
            ["Truncated"] = page.IsTruncated,
        };
    }
}
