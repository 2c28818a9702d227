using CisPosture.Accounts;
using CisPosture.Aws.Repairs.Settings;
using CisPosture.Controls;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Planners;

/// <summary>
/// The trails as earlier plans of the run would leave them, so that what stands on them can be planned although nothing is carried out. Where
/// the steps were really taken, the evidence says the same by itself.
/// </summary>
internal static class PlannedTrails
{
    private static readonly Evidence<TrailEventSelectors> Everything = Evidence.Of(new TrailEventSelectors { Classic = [new EventSelector { IncludeManagementEvents = true, ReadWriteType = "All" }] });

    public static AccountEvidence LayOver(AccountEvidence evidence, RepairReader reader)
    {
        var made = reader.Planned(TrailSetting.Name).Where(entry => entry.Value is not null).Select(entry => New(entry.Key));
        var trails = evidence.Trails.Concat(made).Select(trail => Mended(trail, reader)).OrderBy(trail => trail.Trail.Arn, StringComparer.Ordinal).ToList();
        return trails.SequenceEqual(evidence.Trails) ? evidence : WithLogRegions(evidence with { Trails = trails });
    }

    private static TrailEvidence New(RepairTarget target) => new()
    {
        Trail = new Trail
        {
            Name = target.ResourceId.Substring(target.ResourceId.LastIndexOf('/') + 1),
            Arn = target.ResourceId,
            HomeRegion = target.Region,
            IsMultiRegionTrail = true,
            IncludeGlobalServiceEvents = true,
            LogFileValidationEnabled = true,
        },
        Status = Evidence.Of(new TrailStatus { IsLogging = false }),
        EventSelectors = Everything,
    };

    private static TrailEvidence Mended(TrailEvidence evidence, RepairReader reader)
    {
        var mended = evidence;
        if (Find(reader, TrailRegionsSetting.Name, evidence) is { } regions)
        {
            mended = mended with { Trail = mended.Trail with { IsMultiRegionTrail = Equals(regions, TrailRegionsSetting.All), IncludeGlobalServiceEvents = true } };
        }

        if (Find(reader, TrailLoggingSetting.Name, evidence) is { } logging && mended.Status.TryGet(out var status, out _))
        {
            mended = mended with { Status = Evidence.Of(status with { IsLogging = Equals(logging, TrailLoggingSetting.Of(true)) }) };
        }

        // Selectors are only ever planned to record everything.
        if (Find(reader, TrailSelectorsSetting.Name, evidence) is not null)
        {
            mended = mended with { EventSelectors = Everything };
        }

        return Find(reader, TrailLogDeliverySetting.Name, evidence)?.Text(TrailLogDeliverySetting.LogGroupArn) is { } group
            ? mended with { Trail = mended.Trail with { CloudWatchLogsLogGroupArn = group } }
            : mended;
    }

    private static RepairState? Find(RepairReader reader, string kind, TrailEvidence trail) =>
        reader.Planned(kind).FirstOrDefault(entry => entry.Key.ResourceId == trail.Trail.Arn).Value;

    // A Region into which no trail delivered so far was not looked into, and what is yet to be made there has neither filters nor alarms.
    private static AccountEvidence WithLogRegions(AccountEvidence evidence)
    {
        var regions = evidence.Trails
            .Select(trail => Arn.TryParse(trail.Trail.CloudWatchLogsLogGroupArn, out var arn) ? arn.Region : null)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return evidence with { MetricFilters = WithEmpty(evidence.MetricFilters, regions), Alarms = WithEmpty(evidence.Alarms, regions) };
    }

    private static IReadOnlyDictionary<string, Evidence<IReadOnlyList<T>>> WithEmpty<T>(IReadOnlyDictionary<string, Evidence<IReadOnlyList<T>>> known, IEnumerable<string> regions)
    {
        var all = known.ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);
        foreach (var region in regions.Where(region => !all.ContainsKey(region)))
        {
            all[region] = Evidence.Of<IReadOnlyList<T>>([]);
        }

        return all;
    }
}
