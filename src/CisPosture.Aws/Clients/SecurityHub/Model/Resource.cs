namespace Amazon.SecurityHub.Model;

internal sealed class Resource
{
    public ResourceDetails? Details { get; set; }

    public string? Id { get; set; }

    public string? Partition { get; set; }

    public string? Region { get; set; }

    public string? Type { get; set; }
}
