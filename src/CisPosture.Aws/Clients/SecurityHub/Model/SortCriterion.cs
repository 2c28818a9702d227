namespace Amazon.SecurityHub.Model;

internal sealed class SortCriterion
{
    public string? Field { get; set; }

    public string? SortOrder { get; set; }
}
