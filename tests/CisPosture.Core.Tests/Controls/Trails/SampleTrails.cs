using CisPosture.Accounts;

namespace CisPosture.Core.Tests.Controls.Trails;

/// <summary>Trails as AWS describes them, for tests to bend with <c>with { … }</c>.</summary>
internal static class SampleTrails
{
    public const string ForeignAccountId = "999988887777";

    /// <summary>A trail that meets every control, homed in the account's own us-east-1.</summary>
    public static Trail Complete(string name = "everything", string homeRegion = "us-east-1", string accountId = Judging.AccountId) => new()
    {
        Name = name,
        Arn = $"arn:aws:cloudtrail:{homeRegion}:{accountId}:trail/{name}",
        HomeRegion = homeRegion,
        IsMultiRegionTrail = true,
        IncludeGlobalServiceEvents = true,
        LogFileValidationEnabled = true,
        S3BucketName = "aws-cloudtrail-logs-111122223333-0f3a",
        CloudWatchLogsLogGroupArn = $"arn:aws:logs:{homeRegion}:{accountId}:log-group:aws-cloudtrail-logs/{name}:*",
        CloudWatchLogsRoleArn = $"arn:aws:iam::{accountId}:role/service-role/CloudTrail_CloudWatchLogs",
        KmsKeyId = $"arn:aws:kms:{homeRegion}:{accountId}:key/7a1f4c7e-9f58-4d3a-8a52-0d1b0a7b5c11",
    };

    /// <summary>A trail of the organization's management account, as a member's DescribeTrails lists it.</summary>
    public static Trail OfOrganization(string name = "organization", string homeRegion = "us-east-1") =>
        Complete(name, homeRegion, ForeignAccountId) with { IsOrganizationTrail = true };

    /// <summary>The trail with a status and selectors; by default it logs all management events.</summary>
    public static TrailEvidence Read(this Trail trail, bool isLogging = true, TrailEventSelectors? selectors = null) => new()
    {
        Trail = trail,
        Status = Evidence.Of(LoggingStatus(isLogging)),
        EventSelectors = Evidence.Of(selectors ?? AllManagementEvents),
    };

    /// <summary>The trail with nothing but the listing, as where both further calls were denied.</summary>
    public static TrailEvidence Unread(this Trail trail) => new()
    {
        Trail = trail,
        Status = Evidence.Missing<TrailStatus>(Judging.Denied("cloudtrail:GetTrailStatus", trail.HomeRegion)),
        EventSelectors = Evidence.Missing<TrailEventSelectors>(Judging.Denied("cloudtrail:GetEventSelectors", trail.HomeRegion)),
    };

    /// <summary>A status in good order.</summary>
    public static TrailStatus LoggingStatus(bool isLogging = true) => new()
    {
        IsLogging = isLogging,
        LatestDeliveryTime = Judging.Now.AddMinutes(-9),
        LatestCloudWatchLogsDeliveryTime = Judging.Now.AddMinutes(-4),
    };

    /// <summary>One classic selector for everything.</summary>
    public static TrailEventSelectors AllManagementEvents => Classic(new EventSelector());

    public static TrailEventSelectors Classic(params EventSelector[] selectors) => new() { Classic = selectors };

    public static TrailEventSelectors Advanced(params AdvancedEventSelector[] selectors) => new() { Advanced = selectors };

    /// <summary>An advanced selector for management events under more conditions.</summary>
    public static AdvancedEventSelector Management(params EventFieldSelector[] conditions) => new()
    {
        Name = "events of the control plane",
        FieldSelectors = [new EventFieldSelector { Field = "eventCategory", EqualTo = ["Management"] }, .. conditions],
    };

    public static EventFieldSelector ReadOnlyIs(string value) => new() { Field = "readOnly", EqualTo = [value] };

    /// <summary>The account with these trails, listed by one Region without a gap.</summary>
    public static AccountEvidence With(this AccountEvidence account, params TrailEvidence[] trails) => account with
    {
        EnabledRegions = Evidence.Of<IReadOnlyList<string>>(["eu-west-1", "us-east-1"]),
        Regions = [Listing("eu-west-1", trails), Listing("us-east-1", trails)],
        Trails = trails,
    };

    /// <summary>The account where one Region, eu-west-1, did not let its trails be listed.</summary>
    public static AccountEvidence Blinkered(this AccountEvidence account) => account with
    {
        Regions = [.. account.Regions.Select(region => region.Region == "eu-west-1" ? UnlistedRegion("eu-west-1") : region)],
    };

    /// <summary>The account where no Region let its trails be listed.</summary>
    public static AccountEvidence Blind(this AccountEvidence account) => account with
    {
        EnabledRegions = Evidence.Of<IReadOnlyList<string>>(["eu-west-1", "us-east-1"]),
        Regions = [UnlistedRegion("eu-west-1"), UnlistedRegion("us-east-1")],
        Trails = [],
    };

    public static RegionEvidence UnlistedRegion(string region, string reasonCode = ReasonCode.AccessDenied) => Judging.Region(region) with
    {
        TrailArns = Evidence.Missing<IReadOnlyList<string>>(Judging.Denied("cloudtrail:DescribeTrails", region) with { ReasonCode = reasonCode }),
    };

    private static RegionEvidence Listing(string region, TrailEvidence[] trails) => Judging.Region(region) with
    {
        TrailArns = Evidence.Of<IReadOnlyList<string>>([.. trails.Select(trail => trail.Trail.Arn)]),
    };
}
