namespace CisPosture.Sandbox.Services.CloudTrail;

/// <summary>CloudTrail.</summary>
internal sealed class CloudTrailApi : ServiceApi
{
    public CloudTrailApi()
    {
        Add(TrailOperations.DescribeTrails);
        Add(TrailOperations.ListTrails);
        Add(TrailOperations.GetTrailStatus);
        Add(TrailOperations.GetEventSelectors);
    }

    public override string Name => "cloudtrail";

    public override string TargetPrefix => "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101";

    public override ServiceErrors Errors { get; } = new JsonErrors();
}
