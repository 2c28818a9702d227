namespace Amazon.CloudWatch.Model;

internal sealed class Dimension
{
    public string? Name { get; set; }

    public string? Value { get; set; }
}
