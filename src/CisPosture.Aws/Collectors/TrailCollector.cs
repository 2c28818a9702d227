using System.Collections.Concurrent;
using Amazon.CloudTrail.Model;
using CisPosture.Accounts;
using CisPosture.Aws.Calls;
using CisPosture.Controls;
using Trail = CisPosture.Accounts.Trail;

namespace CisPosture.Aws.Collectors;

/// <summary>Lists the trails that each Region sees, shadows of other Regions' trails included, and makes one list of them.</summary>
internal sealed class TrailCollector(CollectionContext context) : RegionCollector(context, EvidenceKind.Trails)
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<Trail>> _seen = new(StringComparer.Ordinal);

    protected override async Task ReadAsync(string region)
    {
        var arns = await Context.ReadAsync(() => ListAsync(region)).ConfigureAwait(false);
        Context.Store.UpdateRegion(region, evidence => evidence with { TrailArns = arns });
    }

    protected override void AfterAllRegions()
    {
        var distinct = _seen
            .OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .SelectMany(entry => entry.Value)
            .GroupBy(trail => trail.Arn, StringComparer.Ordinal)
            .OrderBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => new TrailEvidence { Trail = same.First() });
        Context.Store.Update(account => account with { Trails = [.. distinct] });
    }

    private async Task<IReadOnlyList<string>> ListAsync(string region)
    {
        var response = await Context.Calls.CallAsync(
            Operations.DescribeTrails,
            region,
            cancellation => Context.Clients.CloudTrail(region).DescribeTrailsAsync(new DescribeTrailsRequest(), cancellation)).ConfigureAwait(false);
        IReadOnlyList<Trail> trails = [.. response.TrailList.OrEmpty().Select(trail => ToTrail(trail, region))];
        _seen[region] = trails;
        return trails.Select(trail => trail.Arn).Sorted();
    }

    private static Trail ToTrail(Amazon.CloudTrail.Model.Trail trail, string region)
    {
        var arn = trail.TrailARN ?? throw ApiCaller.Broken(Operations.DescribeTrails, region, "The answer has a trail without TrailARN.");
        return new Trail
        {
            Name = trail.Name ?? arn,
            Arn = arn,
            HomeRegion = trail.HomeRegion ?? (Arn.TryParse(arn, out var parsed) ? parsed.Region : region),
            IsMultiRegionTrail = trail.IsMultiRegionTrail == true,
            IsOrganizationTrail = trail.IsOrganizationTrail == true,
            IncludeGlobalServiceEvents = trail.IncludeGlobalServiceEvents == true,
            LogFileValidationEnabled = trail.LogFileValidationEnabled == true,
            S3BucketName = trail.S3BucketName,
            CloudWatchLogsLogGroupArn = trail.CloudWatchLogsLogGroupArn,
            CloudWatchLogsRoleArn = trail.CloudWatchLogsRoleArn,
            KmsKeyId = trail.KmsKeyId,
        };
    }
}
