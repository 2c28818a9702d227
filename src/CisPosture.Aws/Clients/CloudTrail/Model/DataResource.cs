namespace Amazon.CloudTrail.Model;

internal sealed class DataResource
{
    public string? Type { get; set; }

    public List<string>? Values { get; set; }
}
