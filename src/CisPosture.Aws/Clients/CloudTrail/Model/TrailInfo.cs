namespace Amazon.CloudTrail.Model;

internal sealed class TrailInfo
{
    public string? TrailARN { get; set; }

    public string? Name { get; set; }

    public string? HomeRegion { get; set; }
}
