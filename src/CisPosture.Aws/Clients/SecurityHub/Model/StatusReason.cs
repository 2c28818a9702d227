namespace Amazon.SecurityHub.Model;

internal sealed class StatusReason
{
    public string? Description { get; set; }

    public string? ReasonCode { get; set; }
}
