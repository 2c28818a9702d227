namespace Amazon.SecurityHub.Model;

internal sealed class Recommendation
{
    public string? Text { get; set; }

    public string? Url { get; set; }
}
