using CisPosture.Sandbox.Paging;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Iam;

/// <summary>IAM pages by Marker and MaxItems, a hundred at a time unless asked otherwise.</summary>
internal static class IamPaging
{
    public static readonly PagingRules Rules = new("Marker", "MaxItems", 100, 1, 1000, () => new ApiException("ValidationError", "Invalid Marker."));

    public static Page<T> Page<T>(ApiCall call, IReadOnlyList<T> items) => call.Page(items, Rules);

    /// <summary>The list's members of an answer, after those that the operation begins with.</summary>
    public static Structure Answer<T>(Page<T> page, string listName, Func<T, object> write, Structure? before = null)
    {
        var answer = new Structure();
        foreach (var (name, value) in before ?? []) answer.Add(name, value);
        answer.Add(listName, page.Items.Select(write));
        Close(answer, page);
        return answer;
    }

    public static void Close<T>(Structure answer, Page<T> page)
    {
        answer.Add("IsTruncated", page.IsTruncated);
        answer.Add("Marker", page.NextToken);
    }
}
