using Amazon.ConfigService;
using Amazon.ConfigService.Model;
using CisPosture.Accounts;
using CisPosture.Aws.Calls;

namespace CisPosture.Aws.Collectors;

/// <summary>Reads AWS Config's recorders with their status, and its delivery channels.</summary>
internal sealed class ConfigRecorderCollector(CollectionContext context) : RegionCollector(context, EvidenceKind.ConfigRecorders)
{
    protected override async Task ReadAsync(string region)
    {
        var reading = Context.ReadAsync(() => ListRecordersAsync(region));
        var channels = await Context.ReadAsync(() => ListChannelsAsync(region)).ConfigureAwait(false);
        var recorders = await reading.ConfigureAwait(false);
        Context.Store.UpdateRegion(region, evidence => evidence with { ConfigRecorders = recorders, ConfigDeliveryChannels = channels });
    }

    private async Task<IReadOnlyList<ConfigRecorder>> ListRecordersAsync(string region)
    {
        var response = await CallAsync(
            Operations.DescribeConfigurationRecorders,
            region,
            (config, cancellation) => config.DescribeConfigurationRecordersAsync(new DescribeConfigurationRecordersRequest(), cancellation)).ConfigureAwait(false);
        var statuses = await CallAsync(
            Operations.DescribeConfigurationRecorderStatus,
            region,
            (config, cancellation) => config.DescribeConfigurationRecorderStatusAsync(new DescribeConfigurationRecorderStatusRequest(), cancellation)).ConfigureAwait(false);
        var byName = statuses.ConfigurationRecordersStatus.OrEmpty().ToLookup(status => status.Name, StringComparer.Ordinal);
        return
        [
            .. response.ConfigurationRecorders.OrEmpty()
                .Select(recorder => ToRecorder(recorder, byName[recorder.Name].FirstOrDefault()))
                .OrderBy(recorder => recorder.Name, StringComparer.Ordinal),
        ];
    }

    private async Task<IReadOnlyList<ConfigDeliveryChannel>> ListChannelsAsync(string region)
    {
        var response = await CallAsync(
            Operations.DescribeDeliveryChannels,
            region,
            (config, cancellation) => config.DescribeDeliveryChannelsAsync(new DescribeDeliveryChannelsRequest(), cancellation)).ConfigureAwait(false);
        return
        [
            .. response.DeliveryChannels.OrEmpty()
                .Select(channel => new ConfigDeliveryChannel { Name = channel.Name ?? string.Empty, S3BucketName = channel.S3BucketName, SnsTopicArn = channel.SnsTopicARN })
                .OrderBy(channel => channel.Name, StringComparer.Ordinal),
        ];
    }

    private Task<T> CallAsync<T>(ApiOperation operation, string region, Func<AmazonConfigServiceClient, CancellationToken, Task<T>> send) =>
        Context.Calls.CallAsync(operation, region, cancellation => send(Context.Clients.ConfigService(region), cancellation));

    private static ConfigRecorder ToRecorder(ConfigurationRecorder recorder, ConfigurationRecorderStatus? status) => new()
    {
        Name = recorder.Name ?? string.Empty,
        AllSupported = recorder.RecordingGroup?.AllSupported == true,
        IncludeGlobalResourceTypes = recorder.RecordingGroup?.IncludeGlobalResourceTypes == true,
        RecordingStrategy = recorder.RecordingGroup?.RecordingStrategy?.UseOnly,
        ServicePrincipal = recorder.ServicePrincipal,
        IsRecording = status?.Recording == true,
        LastStatus = status?.LastStatus,
        LastErrorCode = status?.LastErrorCode,
    };
}
