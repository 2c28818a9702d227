namespace Amazon.SecurityHub.Model;

internal sealed class Compliance
{
    public List<AssociatedStandard>? AssociatedStandards { get; set; }

    public List<string>? RelatedRequirements { get; set; }

    public string? SecurityControlId { get; set; }

    public string? Status { get; set; }

    public List<StatusReason>? StatusReasons { get; set; }
}
