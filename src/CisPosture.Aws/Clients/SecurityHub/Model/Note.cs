namespace Amazon.SecurityHub.Model;

internal sealed class Note
{
    public string? Text { get; set; }

    public string? UpdatedAt { get; set; }

    public string? UpdatedBy { get; set; }
}
