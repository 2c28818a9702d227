namespace Amazon.SecurityHub.Model;

internal sealed class StringFilter
{
    public string? Comparison { get; set; }

    public string? Value { get; set; }
}
