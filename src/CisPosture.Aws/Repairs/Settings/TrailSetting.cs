using Amazon.CloudTrail.Model;
using CisPosture.Aws.Calls;
using CisPosture.Aws.Collectors;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Settings;

/// <summary>A trail that is there, who made it and where it writes. A new one covers all Regions and is not yet switched on.</summary>
internal sealed class TrailSetting : Setting
{
    public const string Name = "Trail";

    private const string Owner = "Owner";
    private const string Bucket = nameof(Trail.S3BucketName);

    public override string Kind => Name;

    public static RepairTarget Target(string homeRegion, string trailArn) => new(Name, homeRegion, trailArn);

    public static RepairState WritingTo(string owner, string bucket) => RepairState.Of((Owner, owner), (Bucket, bucket));

    public override async Task<SettingReading> ReadAsync(RepairContext context, RepairTarget target)
    {
        var answer = await context.Calls.CallAsync(
            Operations.DescribeTrails,
            target.Region,
            cancellation => context.Clients.CloudTrail(target.Region).DescribeTrailsAsync(new DescribeTrailsRequest { TrailNameList = [target.ResourceId] }, cancellation)).ConfigureAwait(false);
        if (answer.TrailList.OrEmpty().FirstOrDefault(trail => trail.TrailARN == target.ResourceId) is not { } trail)
        {
            return SettingReading.Missing;
        }

        var tags = await context.Calls.CallAsync(
            RepairOperations.ListTrailTags,
            target.Region,
            cancellation => context.Clients.CloudTrail(target.Region).ListTagsAsync(new ListTagsRequest { ResourceIdList = [target.ResourceId] }, cancellation)).ConfigureAwait(false);
        var owner = tags.ResourceTagList.OrEmpty().SelectMany(resource => resource.TagsList.OrEmpty()).FirstOrDefault(tag => tag.Key == Ownership.Tag)?.Value;
        return new SettingReading(RepairState.Of((Owner, owner), (Bucket, trail.S3BucketName)));
    }

    public override SettingChange Change(RepairPlace place, RepairTarget target, SettingReading from, RepairState? to) => to is null
        ? SettingChange.Of(
            RepairOperations.DeleteTrail,
            new DeleteTrailRequest { Name = target.ResourceId },
            (clients, request, cancellation) => clients.CloudTrail(target.Region).DeleteTrailAsync(request, cancellation))
        : SettingChange.Of(
            RepairOperations.CreateTrail,
            new CreateTrailRequest
            {
                Name = target.ResourceId.Substring(target.ResourceId.LastIndexOf('/') + 1),
                S3BucketName = to.Text(Bucket),
                IsMultiRegionTrail = true,
                IncludeGlobalServiceEvents = true,
                EnableLogFileValidation = true,
                TagsList = [new Tag { Key = Ownership.Tag, Value = to.Text(Owner) }],
            },
            (clients, request, cancellation) => clients.CloudTrail(target.Region).CreateTrailAsync(request, cancellation)) with { PropagationErrors = ["InsufficientS3BucketPolicyException"] };
}
