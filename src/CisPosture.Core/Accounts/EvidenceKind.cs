namespace CisPosture.Accounts;

/// <summary>
/// A fact that a collector fetches once a scan. Controls name the kinds that they judge from; the kinds name the API operations and the
/// IAM actions that reading them takes.
/// </summary>
public sealed class EvidenceKind
{
    /// <summary>Which Regions are enabled.</summary>
    public static readonly EvidenceKind EnabledRegions = new(nameof(EnabledRegions), isRegional: false, "ec2:DescribeRegions");

    /// <summary>The IAM credential report.</summary>
    public static readonly EvidenceKind CredentialReport = new(nameof(CredentialReport), isRegional: false, "iam:GenerateCredentialReport", "iam:GetCredentialReport");

    /// <summary>The IAM users that exist now, to complete the credential report, which may be four hours old.</summary>
    public static readonly EvidenceKind Users = new(nameof(Users), isRegional: false, "iam:ListUsers");

    /// <summary>The credentials of users who are younger than the credential report, read live.</summary>
    public static readonly EvidenceKind UnreportedCredentials = new(nameof(UnreportedCredentials), isRegional: false, "iam:GetLoginProfile", "iam:ListMFADevices", "iam:ListAccessKeys", "iam:GetAccessKeyLastUsed");

    /// <summary>The account's password policy.</summary>
    public static readonly EvidenceKind PasswordPolicy = new(nameof(PasswordPolicy), isRegional: false, "iam:GetAccountPasswordPolicy");

    /// <summary>The IAM account summary, which tells of root's keys and MFA.</summary>
    public static readonly EvidenceKind AccountSummary = new(nameof(AccountSummary), isRegional: false, "iam:GetAccountSummary");

    /// <summary>Assigned virtual MFA devices.</summary>
    public static readonly EvidenceKind VirtualMfaDevices = new(nameof(VirtualMfaDevices), isRegional: false, "iam:ListVirtualMFADevices");

    /// <summary>Policies attached to or written into users.</summary>
    public static readonly EvidenceKind UserPolicies = new(nameof(UserPolicies), isRegional: false, "iam:GetAccountAuthorizationDetails");

    /// <summary>Customer-managed policies with their default versions.</summary>
    public static readonly EvidenceKind CustomerPolicies = new(nameof(CustomerPolicies), isRegional: false, "iam:GetAccountAuthorizationDetails");

    /// <summary>Who holds the AWSSupportAccess policy.</summary>
    public static readonly EvidenceKind SupportAccess = new(nameof(SupportAccess), isRegional: false, "iam:ListEntitiesForPolicy", "iam:GetGroup", "iam:GetRole");

    /// <summary>The trails seen from every Region.</summary>
    public static readonly EvidenceKind Trails = new(nameof(Trails), isRegional: true, "cloudtrail:DescribeTrails");

    /// <summary>Whether each trail is logging and delivering.</summary>
    public static readonly EvidenceKind TrailStatus = new(nameof(TrailStatus), isRegional: false, "cloudtrail:GetTrailStatus");

    /// <summary>Which events each trail records.</summary>
    public static readonly EvidenceKind TrailEventSelectors = new(nameof(TrailEventSelectors), isRegional: false, "cloudtrail:GetEventSelectors");

    /// <summary>The KMS keys that trails encrypt with.</summary>
    public static readonly EvidenceKind TrailKeys = new(nameof(TrailKeys), isRegional: false, "kms:DescribeKey");

    /// <summary>The log groups that trails deliver to.</summary>
    public static readonly EvidenceKind TrailLogGroups = new(nameof(TrailLogGroups), isRegional: false, "logs:DescribeLogGroups");

    /// <summary>Whether the buckets of trails are open to the public.</summary>
    public static readonly EvidenceKind TrailBucketExposure = new(
        nameof(TrailBucketExposure), isRegional: false,
        "s3:GetBucketLocation", "s3:GetBucketAcl", "s3:GetBucketPolicyStatus", "s3:GetBucketPublicAccessBlock", "s3:GetBucketOwnershipControls", "s3:GetAccountPublicAccessBlock");

    /// <summary>Whether the buckets of trails log access.</summary>
    public static readonly EvidenceKind TrailBucketLogging = new(nameof(TrailBucketLogging), isRegional: false, "s3:GetBucketLocation", "s3:GetBucketLogging");

    /// <summary>Metric filters in the Regions where trails deliver to CloudWatch Logs.</summary>
    public static readonly EvidenceKind MetricFilters = new(nameof(MetricFilters), isRegional: false, "logs:DescribeMetricFilters");

    /// <summary>Alarms in the Regions where trails deliver to CloudWatch Logs.</summary>
    public static readonly EvidenceKind Alarms = new(nameof(Alarms), isRegional: false, "cloudwatch:DescribeAlarms");

    /// <summary>Subscribers of the topics that alarms on trail metrics notify.</summary>
    public static readonly EvidenceKind TopicSubscriptions = new(nameof(TopicSubscriptions), isRegional: false, "sns:ListSubscriptionsByTopic");

    /// <summary>AWS Config recorders and delivery channels.</summary>
    public static readonly EvidenceKind ConfigRecorders = new(
        nameof(ConfigRecorders), isRegional: true,
        "config:DescribeConfigurationRecorders", "config:DescribeConfigurationRecorderStatus", "config:DescribeDeliveryChannels");

    /// <summary>KMS keys and their rotation.</summary>
    public static readonly EvidenceKind KmsKeys = new(nameof(KmsKeys), isRegional: true, "kms:ListKeys", "kms:DescribeKey", "kms:GetKeyRotationStatus");

    /// <summary>VPCs.</summary>
    public static readonly EvidenceKind Vpcs = new(nameof(Vpcs), isRegional: true, "ec2:DescribeVpcs");

    /// <summary>Flow logs.</summary>
    public static readonly EvidenceKind FlowLogs = new(nameof(FlowLogs), isRegional: true, "ec2:DescribeFlowLogs");

    /// <summary>Security groups with their rules.</summary>
    public static readonly EvidenceKind SecurityGroups = new(nameof(SecurityGroups), isRegional: true, "ec2:DescribeSecurityGroups");

    /// <summary>Entries of the prefix lists that security groups refer to.</summary>
    public static readonly EvidenceKind PrefixLists = new(nameof(PrefixLists), isRegional: true, "ec2:GetManagedPrefixListEntries");

    /// <summary>Which security groups network interfaces use.</summary>
    public static readonly EvidenceKind SecurityGroupsInUse = new(nameof(SecurityGroupsInUse), isRegional: true, "ec2:DescribeNetworkInterfaces");

    private EvidenceKind(string name, bool isRegional, params string[] permissions)
    {
        Name = name;
        IsRegional = isRegional;
        Permissions = permissions;
    }

    /// <summary>Every kind there is.</summary>
    public static IReadOnlyList<EvidenceKind> All { get; } =
    [
        EnabledRegions, CredentialReport, Users, UnreportedCredentials, PasswordPolicy, AccountSummary, VirtualMfaDevices, UserPolicies,
        CustomerPolicies, SupportAccess, Trails, TrailStatus, TrailEventSelectors, TrailKeys, TrailLogGroups, TrailBucketExposure,
        TrailBucketLogging, MetricFilters, Alarms, TopicSubscriptions, ConfigRecorders, KmsKeys, Vpcs, FlowLogs, SecurityGroups, PrefixLists,
        SecurityGroupsInUse,
    ];

    /// <summary>The name, unique among all kinds.</summary>
    public string Name { get; }

    /// <summary>True where the fact is fetched in every Region of the scan.</summary>
    public bool IsRegional { get; }

    /// <summary>The IAM actions that reading takes.</summary>
    public IReadOnlyList<string> Permissions { get; }

    /// <summary>The service that is asked for it first, as IAM actions spell it.</summary>
    public string Service => Permissions[0].Substring(0, Permissions[0].IndexOf(':'));

    /// <inheritdoc/>
    public override string ToString() => Name;
}
