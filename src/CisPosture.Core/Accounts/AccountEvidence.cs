namespace CisPosture.Accounts;

/// <summary>Everything that was read of one account at one time. Controls judge from it and from nothing else.</summary>
public sealed record AccountEvidence
{
    /// <summary>The account's twelve digits.</summary>
    public required string AccountId { get; init; }

    /// <summary>The partition: aws, aws-cn, aws-us-gov, aws-iso …</summary>
    public required string Partition { get; init; }

    /// <summary>The Region that findings without a Region of their own carry: the home of the partition's IAM, such as us-east-1.</summary>
    public required string HomeRegion { get; init; }

    /// <summary>When the evidence was read; controls take their "now" from here.</summary>
    public required DateTimeOffset ObservedAt { get; init; }

    /// <summary>Why nothing of the account could be read; null where the account was entered.</summary>
    public EvidenceGap? EntryGap { get; init; }

    /// <summary>The Regions enabled for the account.</summary>
    public Evidence<IReadOnlyList<string>> EnabledRegions { get; init; } = Evidence<IReadOnlyList<string>>.NotCollected;

    /// <summary>What was read in each Region of the scan, in order of the Region's name.</summary>
    public IReadOnlyList<RegionEvidence> Regions { get; init; } = [];

    /// <summary>The IAM credential report.</summary>
    public Evidence<CredentialReport> CredentialReport { get; init; } = Evidence<CredentialReport>.NotCollected;

    /// <summary>The IAM users that exist now.</summary>
    public Evidence<IReadOnlyList<IamUser>> Users { get; init; } = Evidence<IReadOnlyList<IamUser>>.NotCollected;

    /// <summary>By user name: credentials read live of the users that exist but are not in the credential report.</summary>
    public IReadOnlyDictionary<string, Evidence<UserCredentials>> UnreportedCredentials { get; init; } = new Dictionary<string, Evidence<UserCredentials>>(StringComparer.Ordinal);

    /// <summary>The account's password policy; <see cref="Accounts.PasswordPolicy.IsSet"/> is false where it has none of its own.</summary>
    public Evidence<PasswordPolicy> PasswordPolicy { get; init; } = Evidence<PasswordPolicy>.NotCollected;

    /// <summary>The IAM account summary.</summary>
    public Evidence<AccountSummary> AccountSummary { get; init; } = Evidence<AccountSummary>.NotCollected;

    /// <summary>Virtual MFA devices that are assigned to somebody.</summary>
    public Evidence<IReadOnlyList<VirtualMfaDevice>> VirtualMfaDevices { get; init; } = Evidence<IReadOnlyList<VirtualMfaDevice>>.NotCollected;

    /// <summary>Users with the policies that they hold directly.</summary>
    public Evidence<IReadOnlyList<UserPolicies>> UserPolicies { get; init; } = Evidence<IReadOnlyList<UserPolicies>>.NotCollected;

    /// <summary>Customer-managed policies.</summary>
    public Evidence<IReadOnlyList<CustomerPolicy>> CustomerPolicies { get; init; } = Evidence<IReadOnlyList<CustomerPolicy>>.NotCollected;

    /// <summary>Who holds the AWSSupportAccess policy.</summary>
    public Evidence<SupportAccess> SupportAccess { get; init; } = Evidence<SupportAccess>.NotCollected;

    /// <summary>The distinct trails that any Region listed, each once, with what its home Region tells of it. Empty where no listing succeeded.</summary>
    public IReadOnlyList<TrailEvidence> Trails { get; init; } = [];

    /// <summary>By bucket name: the buckets that trails write to.</summary>
    public IReadOnlyDictionary<string, TrailBucket> TrailBuckets { get; init; } = new Dictionary<string, TrailBucket>(StringComparer.Ordinal);

    /// <summary>The account's own public access block for S3; all false where it has none.</summary>
    public Evidence<PublicAccessBlock> AccountPublicAccessBlock { get; init; } = Evidence<PublicAccessBlock>.NotCollected;

    /// <summary>By the key as the trail names it: the keys that trails encrypt with.</summary>
    public IReadOnlyDictionary<string, Evidence<KmsKeyMetadata>> TrailKeys { get; init; } = new Dictionary<string, Evidence<KmsKeyMetadata>>(StringComparer.Ordinal);

    /// <summary>By log group ARN without a trailing ":*": whether the log group that a trail of this account delivers to exists.</summary>
    public IReadOnlyDictionary<string, Evidence<bool>> TrailLogGroups { get; init; } = new Dictionary<string, Evidence<bool>>(StringComparer.Ordinal);

    /// <summary>By Region: all metric filters of the Regions where trails deliver to a log group of this account.</summary>
    public IReadOnlyDictionary<string, Evidence<IReadOnlyList<MetricFilter>>> MetricFilters { get; init; } = new Dictionary<string, Evidence<IReadOnlyList<MetricFilter>>>(StringComparer.Ordinal);

    /// <summary>By Region: all alarms of the Regions where trails deliver to a log group of this account.</summary>
    public IReadOnlyDictionary<string, Evidence<IReadOnlyList<Alarm>>> Alarms { get; init; } = new Dictionary<string, Evidence<IReadOnlyList<Alarm>>>(StringComparer.Ordinal);

    /// <summary>By topic ARN: the subscriptions of the topics that alarms on trail metrics notify. A topic that is gone is a gap with error code NotFound.</summary>
    public IReadOnlyDictionary<string, Evidence<IReadOnlyList<TopicSubscription>>> TopicSubscriptions { get; init; } = new Dictionary<string, Evidence<IReadOnlyList<TopicSubscription>>>(StringComparer.Ordinal);
}
