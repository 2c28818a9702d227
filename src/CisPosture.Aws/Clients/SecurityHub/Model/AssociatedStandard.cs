namespace Amazon.SecurityHub.Model;

internal sealed class AssociatedStandard
{
    public string? StandardsId { get; set; }
}
