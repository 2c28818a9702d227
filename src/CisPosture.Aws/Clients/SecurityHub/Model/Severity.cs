namespace Amazon.SecurityHub.Model;

internal sealed class Severity
{
    public string? Label { get; set; }

    public int? Normalized { get; set; }

    public string? Original { get; set; }
}
