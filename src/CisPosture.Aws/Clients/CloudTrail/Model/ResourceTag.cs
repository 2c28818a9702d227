namespace Amazon.CloudTrail.Model;

internal sealed class ResourceTag
{
    public string? ResourceId { get; set; }

    public List<Tag>? TagsList { get; set; }
}
