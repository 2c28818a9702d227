namespace CisPosture.Sandbox.Services.Ec2;

/// <summary>A Region as DescribeRegions tells of it.</summary>
internal sealed record AnsweredRegion(string Name, string OptInStatus)
{
    public string Endpoint => $"ec2.{Name}.amazonaws.com";
}
