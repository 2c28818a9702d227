namespace Amazon.CloudTrail.Model;

internal sealed class AdvancedFieldSelector
{
    public string? Field { get; set; }

    public new List<string>? Equals { get; set; }

    public List<string>? NotEquals { get; set; }

    public List<string>? StartsWith { get; set; }

    public List<string>? NotStartsWith { get; set; }

    public List<string>? EndsWith { get; set; }

    public List<string>? NotEndsWith { get; set; }
}
