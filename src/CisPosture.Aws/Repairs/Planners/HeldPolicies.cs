using System.Security.Cryptography;
using System.Text;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Planners;

/// <summary>The policies that a user or group holds: managed ones by ARN, inline ones by name and document.</summary>
internal sealed record HeldPolicies
{
    /// <summary>What the names of groups of our own begin with.</summary>
    public const string Prefix = "CisPosture-";

    private const int LongestName = 128;
    private const int DigestBytes = 4;

    public static readonly HeldPolicies None = new();

    public IReadOnlyList<string> Attached { get; init; } = [];

    public IReadOnlyDictionary<string, RepairState> Inline { get; init; } = new Dictionary<string, RepairState>(StringComparer.Ordinal);

    public bool IsEmpty => Attached.Count == 0 && Inline.Count == 0;

    /// <summary>What tells equal sets from others.</summary>
    public string Identity => RepairState.Of(
        (nameof(Attached), Attached.OrderBy(arn => arn, StringComparer.Ordinal).ToList()),
        (nameof(Inline), RepairState.Of([.. Inline.Select(policy => (policy.Key, (object?)policy.Value))]))).Json;

    /// <summary>The name of a group for just these policies: one of them for people, and a digest of all.</summary>
    public string GroupName
    {
        get
        {
            using var hash = SHA256.Create();
            var digest = BitConverter.ToString(hash.ComputeHash(Encoding.UTF8.GetBytes(Identity)), 0, DigestBytes).Replace("-", string.Empty).ToLowerInvariant();
            var first = Attached.Select(IamName.Of).Concat(Inline.Keys.OrderBy(name => name, StringComparer.Ordinal)).FirstOrDefault() ?? string.Empty;
            var room = LongestName - Prefix.Length - digest.Length - 1;
            return $"{Prefix}{(first.Length > room ? first.Substring(0, room) : first)}-{digest}";
        }
    }

    /// <summary>Names of what others hold that is not held here, or under the same name says something else.</summary>
    public IReadOnlyList<string> Lacks(HeldPolicies other) =>
    [
        .. other.Attached.Where(arn => !Attached.Contains(arn, StringComparer.Ordinal)).Select(IamName.Of),
        .. other.Inline.Where(policy => !(Inline.TryGetValue(policy.Key, out var own) && own.Equals(policy.Value))).Select(policy => policy.Key),
    ];
}
