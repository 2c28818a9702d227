namespace Amazon.SecurityHub.Model;

internal sealed class NoteUpdate
{
    public string? Text { get; set; }

    public string? UpdatedBy { get; set; }
}
