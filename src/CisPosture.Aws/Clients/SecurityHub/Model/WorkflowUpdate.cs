namespace Amazon.SecurityHub.Model;

internal sealed class WorkflowUpdate
{
    public string? Status { get; set; }
}
