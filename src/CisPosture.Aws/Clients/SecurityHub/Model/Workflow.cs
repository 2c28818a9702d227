namespace Amazon.SecurityHub.Model;

internal sealed class Workflow
{
    public string? Status { get; set; }
}
