using CisPosture.Accounts;
using CisPosture.Aws.Calls;
using CisPosture.Aws.Collectors;
using CisPosture.Aws.Repairs.Settings;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Planners;

/// <summary>Reads AWS Config in the Regions of findings, the bucket that the user names, and the service's role.</summary>
internal sealed class ConfigRecorderReader(RepairReader reader, ConfigRecorderOptions options)
{
    public async Task<LiveConfig> ReadAsync(IReadOnlyList<RepairSubject> subjects)
    {
        var regions = subjects.Select(subject => subject.Region).Distinct(StringComparer.Ordinal).ToList();
        var evidence = await reader.Context.CollectAsync([EvidenceKind.ConfigRecorders], regions).ConfigureAwait(false);
        var read = await Task.WhenAll(regions.Select(async region => (Region: region, Live: await ReadRegionAsync(evidence, region).ConfigureAwait(false)))).ConfigureAwait(false);
        return new LiveConfig
        {
            Regions = read.ToDictionary(entry => entry.Region, entry => entry.Live, StringComparer.Ordinal),
            ServiceRole = await reader.ReadAsync(ConfigNames.ServiceRole(reader.Place)).ConfigureAwait(false),
            Bucket = options.ConfigBucketName is { } bucket ? await RepairReader.TryAsync(() => ReadBucketAsync(bucket)).ConfigureAwait(false) : null,
        };
    }

    private async Task<Evidence<LiveRecorder>> ReadRegionAsync(AccountEvidence evidence, string region)
    {
        var recorders = evidence.Regions.FirstOrDefault(candidate => candidate.Region == region)?.ConfigRecorders ?? Evidence<IReadOnlyList<ConfigRecorder>>.NotCollected;
        return recorders.TryGet(out var known, out var gap)
            ? await RepairReader.TryAsync(() => ReadRecorderAsync(region, known.FirstOrDefault(recorder => string.IsNullOrEmpty(recorder.ServicePrincipal)))).ConfigureAwait(false)
            : Evidence.Missing<LiveRecorder>(gap);
    }

    private async Task<LiveRecorder> ReadRecorderAsync(string region, ConfigRecorder? status)
    {
        var place = reader.Place;
        var recorder = await reader.ReadAsync(ConfigRecorderSetting.Target(place, region)).ConfigureAwait(false);
        var name = recorder.State?.Text(ConfigRecorderSetting.Recorder) ?? ConfigNames.Recorder;
        var recording = await reader.ReadAsync(ConfigRecordingSetting.Target(place, region, name)).ConfigureAwait(false);
        var channel = await reader.ReadAsync(ConfigDeliveryChannelSetting.Target(place, region)).ConfigureAwait(false);
        var isGone = channel.State?.Text(ConfigDeliveryChannelSetting.Bucket) is { } bucket && await IsGoneAsync(bucket).ConfigureAwait(false);
        return new LiveRecorder(recorder, recording, channel, isGone, status);
    }

    // A bucket that the account may not look at, such as one of another account that gathers logs, is there.
    private async Task<bool> IsGoneAsync(string bucket)
    {
        try
        {
            return (await reader.ReadAsync(BucketSetting.Target(reader.Place, reader.Place.HomeRegion, bucket)).ConfigureAwait(false)).State is null;
        }
        catch (ApiCallException failure) when (ErrorCodes.IsDenial(failure.Gap.ErrorCode ?? string.Empty))
        {
            return false;
        }
    }

    private async Task<LiveConfigBucket> ReadBucketAsync(string bucket)
    {
        var region = await LocateAsync(bucket).ConfigureAwait(false);
        RepairTarget[] targets = [BucketSetting.Target(reader.Place, region, bucket), BucketAccessBlockSetting.Target(reader.Place, region, bucket), BucketPolicySetting.Target(reader.Place, region, bucket)];
        return new LiveConfigBucket(region, await LiveSettings.ReadAsync(reader, targets).ConfigureAwait(false));
    }

    private async Task<string> LocateAsync(string bucket)
    {
        try
        {
            return await BucketReader.LocateAsync(reader.Context.Calls, reader.Context.Clients, reader.Place.HomeRegion, reader.Place.AccountId, bucket).ConfigureAwait(false);
        }
        catch (ApiCallException failure) when (failure.Is(ErrorCodes.NoSuchBucket))
        {
            return reader.Place.HomeRegion;
        }
    }
}
