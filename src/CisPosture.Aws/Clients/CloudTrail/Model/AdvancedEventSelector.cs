namespace Amazon.CloudTrail.Model;

internal sealed class AdvancedEventSelector
{
    public string? Name { get; set; }

    public List<AdvancedFieldSelector>? FieldSelectors { get; set; }
}
