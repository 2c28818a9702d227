using CisPosture.Sandbox.State.Organizations;
using CisPosture.Sandbox.State.S3;

namespace CisPosture.Sandbox.State;

/// <summary>The accounts that one sandbox plays. As in AWS, an access key and the name of a bucket belong to one account among all.</summary>
public sealed class SandboxAccounts
{
    private SandboxAccounts(SandboxAccount first, IReadOnlyList<SandboxAccount> members)
    {
        All = [first, .. members];
        Organization = members.Count > 0 ? Organization.Of(first, members) : null;

        // Roles and buckets are seen from other accounts, so that all share one lock.
        foreach (var member in members) member.ShareLock(first);
    }

    /// <summary>The account whose keys are known from the start.</summary>
    public SandboxAccount First => All[0];

    /// <summary>The first account and the members of its organization.</summary>
    public IReadOnlyList<SandboxAccount> All { get; }

    /// <summary>The organization; null where the first account is in none.</summary>
    public Organization? Organization { get; }

    /// <summary>The account of this id.</summary>
    public SandboxAccount this[string accountId] => Find(accountId) ?? throw new KeyNotFoundException($"The sandbox has no account {accountId}.");

    /// <summary>The accounts that the options name.</summary>
    public static SandboxAccounts Load(SandboxOptions options)
    {
        var first = AccountSource.Load(options);
        return new SandboxAccounts(first, Enumerable.Range(1, options.Members).Select(number => MemberAccount.Load(options, first, number)).ToArray());
    }

    /// <summary>The account of this id, or null.</summary>
    public SandboxAccount? Find(string accountId) => All.FirstOrDefault(account => account.AccountId == accountId);

    /// <summary>The account that a request signed with a key is for; the first answers for keys that nobody has.</summary>
    internal SandboxAccount OfAccessKey(string? accessKeyId) =>
        accessKeyId is null ? First : All.FirstOrDefault(account => account.Credential(accessKeyId) is not null) ?? First;

    /// <summary>A bucket with its owner's id; an account may know of buckets whose owner the sandbox does not play.</summary>
    internal (Bucket Bucket, string OwnerId)? Bucket(string name, SandboxAccount asking) => All
        .OrderByDescending(account => account == asking)
        .SelectMany(account => account.S3.Buckets, (account, bucket) => (Bucket: bucket, OwnerId: bucket.OwnerAccountId ?? account.AccountId))
        .Where(found => found.Bucket.Name == name)
        .Cast<(Bucket, string)?>()
        .FirstOrDefault();
}
