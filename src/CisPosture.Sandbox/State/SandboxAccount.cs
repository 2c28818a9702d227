using System.Collections.Concurrent;
using System.Text.Json.Serialization;
using CisPosture.Sandbox.State.Iam;
using CisPosture.Sandbox.State.IdentityCenter;
using CisPosture.Sandbox.State.S3;
using CisPosture.Sandbox.State.Sns;

namespace CisPosture.Sandbox.State;

/// <summary>The state of an account: what an account file describes and what operations read and change.</summary>
public sealed class SandboxAccount
{
    private readonly ConcurrentDictionary<string, SandboxCredential> _sessions = new(StringComparer.Ordinal);
    private Lock _gate = new();

    /// <summary>Twelve digits.</summary>
    public string AccountId { get; init; } = "111122223333";

    /// <summary>The partition, such as aws.</summary>
    public string Partition { get; init; } = "aws";

    /// <summary>Where global services are signed for.</summary>
    [JsonIgnore]
    public string HomeRegion => Partition switch
    {
        "aws-cn" => "cn-north-1",
        "aws-us-gov" => "us-gov-west-1",
        _ => "us-east-1",
    };

    /// <summary>The keys that requests may be signed with.</summary>
    public IReadOnlyList<SandboxCredential> Credentials { get; set; } =
    [
        new() { AccessKeyId = "test", SecretAccessKey = "test", Arn = "arn:aws:iam::111122223333:user/auditor" },
    ];

    /// <summary>Who has signed in at the account's IAM Identity Center.</summary>
    public List<SignIn> SignIns { get; init; } = [];

    /// <summary>Identity and Access Management.</summary>
    public IamState Iam { get; init; } = new();

    /// <summary>S3, whose buckets lie in Regions but are named once for all.</summary>
    public S3State S3 { get; init; } = new();

    /// <summary>The enabled Regions with what is in them.</summary>
    public SortedDictionary<string, RegionState> Regions { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Runs while no operation does.</summary>
    public T Locked<T>(Func<T> action)
    {
        lock (_gate)
        {
            return action();
        }
    }

    /// <summary>Changes the state while no operation runs.</summary>
    public void Change(Action<SandboxAccount> change)
    {
        lock (_gate)
        {
            change(this);
        }
    }

    /// <summary>Everything in the account as JSON that can be compared line by line; without credentials and without the credential report.</summary>
    public string Export() => Locked(() => AccountExport.Write(this));

    /// <summary>The role as other services see it, or null where there is none or they do not see it yet; each call counts as a look at it.</summary>
    public IamRole? VisibleRole(string arn, DateTimeOffset now)
    {
        var role = Iam.Roles.Find(role => Arn("iam", "", $"role{role.Path}{role.Name}") == arn);
        return role is not null && role.IsVisibleAt(now) ? role : null;
    }

    /// <summary>Agrees, as the receiver would, to every subscription in which this endpoint was asked; tells their topics.</summary>
    public IReadOnlyList<string> ConfirmSubscriptions(string endpoint) => Locked(() => Pending(endpoint).Select(found => Confirm(found.Topic, found.Subscription)).ToArray());

    /// <summary>Whether the Region is enabled for the account.</summary>
    public bool IsEnabled(string region) => Regions.ContainsKey(region);

    /// <summary>The keys with this id, or null where there are none or they were switched off.</summary>
    public SandboxCredential? Credential(string accessKeyId) => Locked(() =>
    {
        var (user, key) = Iam.Users.SelectMany(user => user.AccessKeys, (user, key) => (user, key)).FirstOrDefault(pair => pair.key.AccessKeyId == accessKeyId);
        if (key is { IsActive: false }) return null;
        return Credentials.FirstOrDefault(credential => credential.AccessKeyId == accessKeyId) ?? Issued(user, key) ?? _sessions.GetValueOrDefault(accessKeyId);
    });

    /// <summary>The temporary keys that were handed out for roles of the account.</summary>
    [JsonIgnore]
    public IReadOnlyCollection<SandboxCredential> Sessions => [.. _sessions.Values];

    /// <summary>Lets requests be signed with temporary keys.</summary>
    internal void Accept(SandboxCredential session) => _sessions[session.AccessKeyId] = session;

    /// <summary>Lets no operation of either account run while one of the other does.</summary>
    internal void ShareLock(SandboxAccount other) => _gate = other._gate;

    /// <summary>An ARN in this account; global services leave the Region empty.</summary>
    public string Arn(string service, string region, string resource) => $"arn:{Partition}:{service}:{region}:{AccountId}:{resource}";

    private SandboxCredential? Issued(IamUser? user, AccessKey? key) => key?.SecretAccessKey is not { } secret ? null : new SandboxCredential
    {
        AccessKeyId = key.AccessKeyId,
        SecretAccessKey = secret,
        Arn = Arn("iam", "", $"user{user!.Path}{user.Name}"),
        UserId = user.UserId,
    };

    private IEnumerable<(string Topic, Subscription Subscription)> Pending(string endpoint) => Regions
        .SelectMany(region => region.Value.Topics, (region, topic) => (Arn: Arn("sns", region.Key, topic.Name), topic.Subscriptions))
        .SelectMany(topic => topic.Subscriptions, (topic, subscription) => (topic.Arn, subscription))
        .Where(found => found.subscription.Endpoint == endpoint && !found.subscription.IsConfirmed);

    private static string Confirm(string topicArn, Subscription subscription)
    {
        subscription.IsConfirmed = true;
        return topicArn;
    }

    /// <summary>Fills in what account files leave out because it follows from the rest.</summary>
    internal SandboxAccount Settled()
    {
        foreach (var (region, state) in Regions) state.Settle(this, region);
        return this;
    }
}
