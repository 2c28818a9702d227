using Amazon.KeyManagementService.Model;
using CisPosture.Accounts;
using CisPosture.Aws.Calls;
using CisPosture.Aws.Collectors;
using CisPosture.Aws.Repairs.Settings;
using CisPosture.Controls;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Planners;

/// <summary>Reads the trails, and the settings that mending the asked-for controls would change.</summary>
internal sealed class CloudTrailReader(RepairReader reader, CloudTrailOptions options)
{
    private static readonly TrailRegionsSetting Regions = new();
    private static readonly TrailValidationSetting Validation = new();
    private static readonly TrailLogDeliverySetting Delivery = new();
    private static readonly TrailKeySetting Key = new();

    public async Task<LiveTrails> ReadAsync(IReadOnlyList<RepairSubject> subjects)
    {
        var collected = await reader.Context.CollectAsync([EvidenceKind.Trails, EvidenceKind.TrailStatus, EvidenceKind.TrailEventSelectors], []).ConfigureAwait(false);
        var evidence = PlannedTrails.LayOver(collected, reader);
        var own = evidence.Trails.Select(trail => trail.Trail).Where(trail => Arn.TryParse(trail.Arn, out var arn) && arn.AccountId == reader.Place.AccountId).ToList();
        var controls = new HashSet<string>(subjects.Select(subject => subject.ControlId), StringComparer.Ordinal);
        var asked = new HashSet<string>(subjects.Select(subject => subject.ResourceId), StringComparer.Ordinal);
        var targets = own.SelectMany(trail => Targets(trail, controls, asked.Contains(trail.Arn))).ToList();
        if (controls.Contains("2.1") && own.Count == 0 && options.BucketName is { } bucket)
        {
            targets.AddRange(NewTrailTargets(bucket));
        }

        var regions = controls.Contains("2.7") ? await LocateAsync(own.Where(trail => asked.Contains(trail.Arn))).ConfigureAwait(false) : new Dictionary<string, string>(StringComparer.Ordinal);
        return new LiveTrails
        {
            Evidence = evidence,
            Settings = await LiveSettings.ReadAsync(reader, targets).ConfigureAwait(false),
            Keys = controls.Contains("2.7") ? await ReadKeysAsync([.. regions.Values.DefaultIfEmpty(reader.Place.HomeRegion).Distinct(StringComparer.Ordinal)]).ConfigureAwait(false) : [],
            BucketRegions = regions,
        };
    }

    private IEnumerable<RepairTarget> Targets(Trail trail, HashSet<string> controls, bool isAsked)
    {
        if (controls.Contains("2.1"))
        {
            yield return Regions.Target(trail.HomeRegion, trail.Arn);
            yield return TrailLoggingSetting.Target(trail.HomeRegion, trail.Arn);
            yield return TrailSelectorsSetting.Target(trail.HomeRegion, trail.Arn);
        }

        if (!isAsked)
        {
            yield break;
        }

        yield return Validation.Target(trail.HomeRegion, trail.Arn);
        yield return Key.Target(trail.HomeRegion, trail.Arn);
        if (controls.Contains("2.4"))
        {
            yield return Delivery.Target(trail.HomeRegion, trail.Arn);
            yield return TrailNames.LogGroupTarget(reader.Place, trail, options);
            yield return TrailNames.RetentionTarget(reader.Place, trail, options);
            yield return RoleSetting.Target(reader.Place, TrailNames.Role);
            yield return TrailNames.RolePolicyTarget(reader.Place, trail);
        }
    }

    private IEnumerable<RepairTarget> NewTrailTargets(string bucket)
    {
        var (place, home) = (reader.Place, reader.Place.HomeRegion);
        yield return TrailSetting.Target(home, TrailNames.NewTrailArn(place, options));
        yield return TrailLoggingSetting.Target(home, TrailNames.NewTrailArn(place, options));
        yield return BucketSetting.Target(place, home, bucket);
        yield return BucketAccessBlockSetting.Target(place, home, bucket);
        yield return BucketPolicySetting.Target(place, home, bucket);
    }

    // A key named by its id or alias may be in any Region where a bucket lies.
    private async Task<IReadOnlyList<LiveTrailKey>> ReadKeysAsync(IReadOnlyList<string> regions)
    {
        var places = options.KmsKeyIds.SelectMany(id => Arn.TryParse(id, out var arn) ? [(id, arn.Region)] : regions.Select(region => (id, region)));
        var keys = await Task.WhenAll(places.Distinct().Select(place => ReadKeyAsync(place.id, place.Item2))).ConfigureAwait(false);
        return [.. keys.OfType<LiveTrailKey>()];
    }

    private async Task<LiveTrailKey?> ReadKeyAsync(string id, string region)
    {
        try
        {
            var answer = await reader.Context.Calls.CallAsync(
                Operations.DescribeKey,
                region,
                cancellation => reader.Context.Clients.KeyManagement(region).DescribeKeyAsync(new DescribeKeyRequest { KeyId = id }, cancellation)).ConfigureAwait(false);
            var key = answer.KeyMetadata;
            var isUsable = key.Enabled == true && key.KeyManager?.Value == "CUSTOMER" && key.KeySpec?.Value == "SYMMETRIC_DEFAULT" && key.KeyUsage?.Value == "ENCRYPT_DECRYPT";
            var policy = await reader.ReadAsync(KeyPolicySetting.Target(region, key.Arn)).ConfigureAwait(false);
            return new LiveTrailKey(key.Arn, region, isUsable, policy.State ?? RepairState.Empty);
        }
        catch (ApiCallException failure) when (failure.Is(ErrorCodes.KeyNotFound))
        {
            return null;
        }
    }

    private async Task<IReadOnlyDictionary<string, string>> LocateAsync(IEnumerable<Trail> trails)
    {
        var located = await CollectionContext.ReadEachAsync(trails.Select(trail => trail.S3BucketName).OfType<string>(), RegionOfAsync).ConfigureAwait(false);
        return located.Where(entry => entry.Value is not null).ToDictionary(entry => entry.Key, entry => entry.Value!, StringComparer.Ordinal);
    }

    // Null for a bucket of another account, or none: where its key has to lie is then for CloudTrail to say.
    private async Task<string?> RegionOfAsync(string bucket)
    {
        try
        {
            return await BucketReader.LocateAsync(reader.Context.Calls, reader.Context.Clients, reader.Place.HomeRegion, reader.Place.AccountId, bucket).ConfigureAwait(false);
        }
        catch (ApiCallException failure) when (failure.Is(ErrorCodes.NoSuchBucket) || ErrorCodes.IsDenial(failure.Gap.ErrorCode ?? string.Empty))
        {
            return null;
        }
    }
}
