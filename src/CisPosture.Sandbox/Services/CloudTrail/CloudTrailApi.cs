using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.CloudTrail;

/// <summary>CloudTrail.</summary>
internal sealed class CloudTrailApi : ServiceApi
{
    public CloudTrailApi()
    {
        Add(TrailOperations.DescribeTrails);
        Add(TrailOperations.ListTrails);
        Add(TrailOperations.GetTrail, resource: Trail);
        Add(TrailOperations.GetTrailStatus, resource: Trail);
        Add(EventSelectorOperations.GetEventSelectors, resource: Trail);
        Add(TrailTagOperations.ListTags);
        AddWrite(TrailWriteOperations.CreateTrail, resource: Trail, also: call => [.. Tagging(call), .. PassingRole(call)]);
        AddWrite(TrailWriteOperations.UpdateTrail, resource: Trail, also: PassingRole);
        AddWrite(TrailWriteOperations.DeleteTrail, resource: Trail);
        AddWrite(TrailWriteOperations.StartLogging, resource: Trail);
        AddWrite(TrailWriteOperations.StopLogging, resource: Trail);
        AddWrite(EventSelectorOperations.PutEventSelectors, resource: Trail);
        AddWrite(TrailTagOperations.AddTags, resource: Trail);
        AddWrite(TrailTagOperations.RemoveTags, resource: Trail);
    }

    public override string Name => "cloudtrail";

    public override string TargetPrefix => "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101";

    public override ServiceErrors Errors { get; } = new JsonErrors();

    private static string Trail(ApiCall call)
    {
        var name = call.Input.Text("Name") ?? call.Input.Text("TrailName") ?? call.Input.Text("ResourceId") ?? "*";
        return name.StartsWith("arn:", StringComparison.Ordinal) ? name : call.Account.Arn("cloudtrail", call.Region, $"trail/{name}");
    }

    private static IEnumerable<RequiredAction> Tagging(ApiCall call) => call.Input.Has("TagsList") ? [new RequiredAction("cloudtrail:AddTags", Trail(call))] : [];

    private static IEnumerable<RequiredAction> PassingRole(ApiCall call) => call.Input.Text("CloudWatchLogsRoleArn") is { Length: > 0 } role ? [new RequiredAction("iam:PassRole", role)] : [];
}
