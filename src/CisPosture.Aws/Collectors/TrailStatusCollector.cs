using Amazon.CloudTrail.Model;
using CisPosture.Accounts;
using CisPosture.Aws.Calls;
using Trail = CisPosture.Accounts.Trail;

namespace CisPosture.Aws.Collectors;

internal sealed class TrailStatusCollector(CollectionContext context) : TrailDetailCollector<TrailStatus>(context, EvidenceKind.TrailStatus)
{
    protected override async Task<TrailStatus> ReadAsync(Trail trail)
    {
        var status = await CallAsync(
            Operations.GetTrailStatus,
            trail,
            (client, cancellation) => client.GetTrailStatusAsync(new GetTrailStatusRequest { Name = trail.Arn }, cancellation)).ConfigureAwait(false);
        return new TrailStatus
        {
            IsLogging = status.IsLogging ?? throw ApiCaller.Broken(Operations.GetTrailStatus, trail.HomeRegion, "The answer has no IsLogging."),
            LatestDeliveryError = status.LatestDeliveryError,
            LatestDeliveryTime = status.LatestDeliveryTime.AsUtc(),
            LatestDigestDeliveryError = status.LatestDigestDeliveryError,
            LatestCloudWatchLogsDeliveryError = status.LatestCloudWatchLogsDeliveryError,
            LatestCloudWatchLogsDeliveryTime = status.LatestCloudWatchLogsDeliveryTime.AsUtc(),
        };
    }

    protected override TrailEvidence With(TrailEvidence trail, Evidence<TrailStatus> detail) => trail with { Status = detail };
}
