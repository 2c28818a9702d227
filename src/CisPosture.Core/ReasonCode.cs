namespace CisPosture;

/// <summary>
/// Why a finding has its status. Codes that Security Hub publishes keep its spelling (one of them misspelt there); the others are ours.
/// </summary>
public static class ReasonCode
{
    // Security Hub's own codes.

    /// <summary>The log group has metric filters, none of which matches the benchmark's pattern.</summary>
    public const string MetricFilterNotValid = "CLOUDTRAIL_METRIC_FILTER_NOT_VALID";

    /// <summary>The trail's log group has no metric filter.</summary>
    public const string MetricFiltersNotPresent = "CLOUDTRAIL_METRIC_FILTERS_NOT_PRESENT";

    /// <summary>No trail covers all Regions, is logging and records all management events.</summary>
    public const string MultiRegionTrailNotPresent = "CLOUDTRAIL_MULTI_REGION_NOT_PRESENT";

    /// <summary>The trail is homed in another Region (Security Hub's spelling).</summary>
    public const string TrailRegionInvalid = "CLOUDTRAIL_REGION_INVAILD";

    /// <summary>An alarm watches the metric but notifies no SNS topic.</summary>
    public const string AlarmActionsNotValid = "CLOUDWATCH_ALARM_ACTIONS_NOT_VALID";

    /// <summary>No alarm watches the metric.</summary>
    public const string AlarmsNotPresent = "CLOUDWATCH_ALARMS_NOT_PRESENT";

    /// <summary>The topic has no confirmed subscriber.</summary>
    public const string SubscriptionNotPresent = "SNS_SUBSCRIPTION_NOT_PRESENT";

    /// <summary>The topic that the alarm notifies does not exist.</summary>
    public const string TopicInvalid = "SNS_TOPIC_INVALID";

    /// <summary>The topic belongs to another account, which does not let us list its subscribers.</summary>
    public const string TopicCrossAccount = "SNS_TOPIC_CROSS_ACCOUNT";

    /// <summary>The topic lies in another account and Region and cannot be read.</summary>
    public const string TopicCrossAccountCrossRegion = "SNS_TOPIC_CROSS_ACCOUNT_CROSS_REGION";

    /// <summary>The trail's bucket lies in another account or cannot be read.</summary>
    public const string BucketCrossAccountCrossRegion = "S3_BUCKET_CROSS_ACCOUNT_CROSS_REGION";

    /// <summary>There was nothing to evaluate.</summary>
    public const string EvaluationsEmpty = "CONFIG_EVALUATIONS_EMPTY";

    /// <summary>AWS refused because of too many requests, after all retries.</summary>
    public const string Throttled = "THROTTLING_ERROR";

    /// <summary>AWS answered with an error of its own, after all retries.</summary>
    public const string ServiceError = "INTERNAL_SERVICE_ERROR";

    // Ours.

    /// <summary>The evidence complies.</summary>
    public const string Compliant = "COMPLIANT";

    /// <summary>The evidence does not comply; the reason sentence says how.</summary>
    public const string NonCompliant = "NON_COMPLIANT";

    /// <summary>AWS denied a read; the finding names the operation and the missing IAM action.</summary>
    public const string AccessDenied = "ACCESS_DENIED";

    /// <summary>The Region is not enabled for the account.</summary>
    public const string RegionNotEnabled = "REGION_NOT_ENABLED";

    /// <summary>The service's endpoint could not be reached.</summary>
    public const string EndpointUnreachable = "ENDPOINT_UNREACHABLE";

    /// <summary>Security Hub does not support the control in this Region or partition.</summary>
    public const string ControlNotSupportedInRegion = "CONTROL_NOT_SUPPORTED_IN_REGION";

    /// <summary>The only candidate is an organization trail whose settings a member account cannot read.</summary>
    public const string OrganizationTrailNotReadable = "ORG_TRAIL_NOT_READABLE";

    /// <summary>The trail belongs to another account, which must answer for its settings.</summary>
    public const string TrailOwnedByOtherAccount = "TRAIL_OWNED_BY_OTHER_ACCOUNT";

    /// <summary>There is no trail whose setting could be judged.</summary>
    public const string NoTrail = "NO_TRAIL";

    /// <summary>The trail's log group belongs to another account.</summary>
    public const string LogGroupCrossAccount = "LOG_GROUP_CROSS_ACCOUNT";

    /// <summary>The trail's bucket does not exist.</summary>
    public const string BucketNotFound = "S3_BUCKET_NOT_FOUND";

    /// <summary>The root user has neither a password nor access keys.</summary>
    public const string RootCredentialsNotPresent = "ROOT_CREDENTIALS_NOT_PRESENT";

    /// <summary>A policy document could not be read as JSON policy language.</summary>
    public const string PolicyUnparsable = "POLICY_UNPARSABLE";

    /// <summary>Only some Regions could be read, and none of them complies.</summary>
    public const string PartialVisibility = "PARTIAL_VISIBILITY";

    /// <summary>AWS had not finished the credential report when the wait ended.</summary>
    public const string CredentialReportNotReady = "CREDENTIAL_REPORT_NOT_READY";

    /// <summary>The evidence was not asked for when the account was read.</summary>
    public const string NotCollected = "NOT_COLLECTED";

    /// <summary>The resource is of a kind that the control does not judge.</summary>
    public const string NotApplicable = "NOT_APPLICABLE";

    /// <summary>The setting was just changed and its result is not known yet.</summary>
    public const string Pending = "PENDING";

    /// <summary>A managed prefix list that a rule refers to could not be read.</summary>
    public const string PrefixListNotReadable = "PREFIX_LIST_NOT_READABLE";

    /// <summary>Security Hub gave no reason.</summary>
    public const string NotStated = "NOT_STATED";

    /// <summary>An earlier finding that a later scan, which would have it, has no more.</summary>
    public const string Resolved = "RESOLVED";
}
