namespace CisPosture.Sandbox.Paging;

/// <summary>A page of a list, and the token of the next where there is one.</summary>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? NextToken)
{
    public bool IsTruncated => NextToken is not null;
}
