namespace CisPosture.Aws.Calls;

/// <summary>Every operation that a scan may call.</summary>
internal static class Operations
{
    public static readonly ApiOperation DescribeRegions = new("ec2", nameof(DescribeRegions)) { IsGlobal = true };
    public static readonly ApiOperation DescribeVpcs = new("ec2", nameof(DescribeVpcs));
    public static readonly ApiOperation DescribeFlowLogs = new("ec2", nameof(DescribeFlowLogs));
    public static readonly ApiOperation DescribeSecurityGroups = new("ec2", nameof(DescribeSecurityGroups));
    public static readonly ApiOperation GetManagedPrefixListEntries = new("ec2", nameof(GetManagedPrefixListEntries));
    public static readonly ApiOperation DescribeNetworkInterfaces = new("ec2", nameof(DescribeNetworkInterfaces));

    public static readonly ApiOperation GenerateCredentialReport = Iam(nameof(GenerateCredentialReport));
    public static readonly ApiOperation GetCredentialReport = Iam(nameof(GetCredentialReport));
    public static readonly ApiOperation ListUsers = Iam(nameof(ListUsers));
    public static readonly ApiOperation GetLoginProfile = Iam(nameof(GetLoginProfile));
    public static readonly ApiOperation ListMfaDevices = Iam("ListMFADevices");
    public static readonly ApiOperation ListAccessKeys = Iam(nameof(ListAccessKeys));
    public static readonly ApiOperation GetAccessKeyLastUsed = Iam(nameof(GetAccessKeyLastUsed));
    public static readonly ApiOperation GetAccountPasswordPolicy = Iam(nameof(GetAccountPasswordPolicy));
    public static readonly ApiOperation GetAccountSummary = Iam(nameof(GetAccountSummary));
    public static readonly ApiOperation ListVirtualMfaDevices = Iam("ListVirtualMFADevices");
    public static readonly ApiOperation GetAccountAuthorizationDetails = Iam(nameof(GetAccountAuthorizationDetails));
    public static readonly ApiOperation ListEntitiesForPolicy = Iam(nameof(ListEntitiesForPolicy));
    public static readonly ApiOperation GetGroup = Iam(nameof(GetGroup));
    public static readonly ApiOperation GetRole = Iam(nameof(GetRole));

    public static readonly ApiOperation DescribeTrails = new("cloudtrail", nameof(DescribeTrails));
    public static readonly ApiOperation GetTrailStatus = new("cloudtrail", nameof(GetTrailStatus));
    public static readonly ApiOperation GetEventSelectors = new("cloudtrail", nameof(GetEventSelectors));

    public static readonly ApiOperation DescribeLogGroups = new("logs", nameof(DescribeLogGroups));
    public static readonly ApiOperation DescribeMetricFilters = new("logs", nameof(DescribeMetricFilters));
    public static readonly ApiOperation DescribeAlarms = new("cloudwatch", nameof(DescribeAlarms));
    public static readonly ApiOperation ListSubscriptionsByTopic = new("sns", nameof(ListSubscriptionsByTopic));

    public static readonly ApiOperation DescribeConfigurationRecorders = new("config", nameof(DescribeConfigurationRecorders));
    public static readonly ApiOperation DescribeConfigurationRecorderStatus = new("config", nameof(DescribeConfigurationRecorderStatus));
    public static readonly ApiOperation DescribeDeliveryChannels = new("config", nameof(DescribeDeliveryChannels));

    public static readonly ApiOperation ListKeys = new("kms", nameof(ListKeys));
    public static readonly ApiOperation DescribeKey = new("kms", nameof(DescribeKey));
    public static readonly ApiOperation GetKeyRotationStatus = new("kms", nameof(GetKeyRotationStatus));

    public static readonly ApiOperation GetBucketLocation = new("s3", nameof(GetBucketLocation)) { IsGlobal = true };
    public static readonly ApiOperation GetBucketAcl = new("s3", nameof(GetBucketAcl));
    public static readonly ApiOperation GetBucketPolicyStatus = new("s3", nameof(GetBucketPolicyStatus));
    public static readonly ApiOperation GetBucketOwnershipControls = new("s3", nameof(GetBucketOwnershipControls));
    public static readonly ApiOperation GetBucketLogging = new("s3", nameof(GetBucketLogging));
    public static readonly ApiOperation GetBucketPublicAccessBlock = new("s3", "GetPublicAccessBlock") { Permission = "s3:GetBucketPublicAccessBlock" };

    public static readonly ApiOperation GetAccountPublicAccessBlock =
        new("s3", "GetPublicAccessBlock") { Permission = "s3:GetAccountPublicAccessBlock", IsGlobal = true };

    public static readonly ApiOperation AssumeRole = new("sts", nameof(AssumeRole)) { IsGlobal = true };
    public static readonly ApiOperation ListAccounts = new("organizations", nameof(ListAccounts)) { IsGlobal = true };

    private static ApiOperation Iam(string name) => new("iam", name) { IsGlobal = true };
}
