using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CisPosture.Sandbox.State.Iam;

namespace CisPosture.Sandbox.State;

/// <summary>
/// Makes the members of an organization from the account that the options name: the same in everything but what is known among all
/// accounts, which are ids and the names of buckets. They have no keys of their own; whoever wants in assumes a role.
/// </summary>
internal static partial class MemberAccount
{
    /// <summary>The role that AWS Organizations makes in every account that it creates.</summary>
    public const string OrganizationRole = "OrganizationAccountAccessRole";

    /// <summary>The role of whoever audits, which asks for an external id.</summary>
    public const string AuditRole = "Audit";

    private const long FirstId = 222200000000;
    private const string UsualId = "111122223333";

    public static SandboxAccount Load(SandboxOptions options, SandboxAccount management, int number)
    {
        var id = (FirstId + number).ToString(CultureInfo.InvariantCulture);
        var account = AccountSource.Load(options, id);
        account.Credentials = [];
        account.Iam.Roles.Add(Role(OrganizationRole, Managed("AdministratorAccess"), options.Time, Trust("")));
        account.Iam.Roles.Add(Role(AuditRole, Managed("SecurityAudit"), options.Time, Trust($$""", "Condition": { "StringEquals": { "sts:ExternalId": "{{options.ExternalId}}" } }""")));
        return account;

        string Managed(string policy) => $"arn:{account.Partition}:iam::aws:policy/{policy}";

        string Trust(string condition) => $$"""
            { "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": { "AWS": "{{management.Arn("iam", "", "root")}}" }, "Action": "sts:AssumeRole"{{condition}} } ] }
            """;
    }

    /// <summary>The account file's JSON with the member's id in the place of its own, and with buckets that no other account has.</summary>
    public static JsonObject Adapt(JsonObject template, string accountId)
    {
        var ownId = template["accountId"]?.ToString() ?? UsualId;
        var text = Regex.Replace(template.ToJsonString(), $@"(?<!\d){ownId}(?!\d)", accountId, RegexOptions.None, TimeSpan.FromSeconds(10));
        var adapted = JsonNode.Parse(text)!.AsObject();
        var buckets = (adapted["s3"]?["buckets"]?.AsArray() ?? []).Select(bucket => bucket!["name"]!.ToString()).ToHashSet(StringComparer.Ordinal);
        RenameBuckets(adapted, name => buckets.Contains(name) ? BucketName(name, accountId) : null);
        adapted["accountId"] = accountId;
        return adapted;
    }

    /// <summary>A bucket's name that no other account has.</summary>
    public static string BucketName(string name, string accountId) => $"{name}-{accountId}";

    private static IamRole Role(string name, string policy, TimeProvider time, string trust) => new()
    {
        Name = name,
        AssumeRolePolicyDocument = trust.Trim(),
        CreateDate = time.GetUtcNow().AddDays(-900),
        AttachedPolicies = [policy],
    };

    /// <summary>A bucket is named by its name alone or by its ARN, within which keys may follow.</summary>
    private static void RenameBuckets(JsonNode? node, Func<string, string?> rename)
    {
        if (node is JsonObject members)
        {
            foreach (var (name, value) in members.ToArray()) Visit(value, renamed => members[name] = renamed);
        }
        else if (node is JsonArray items)
        {
            for (var index = 0; index < items.Count; index++)
            {
                var place = index;
                Visit(items[index], renamed => items[place] = renamed);
            }
        }

        void Visit(JsonNode? child, Action<string> replace)
        {
            if (child is not JsonValue value || !value.TryGetValue<string>(out var text)) RenameBuckets(child, rename);
            else if (rename(text) is { } renamed) replace(renamed);
            else if (BucketArn().IsMatch(text)) replace(BucketArn().Replace(text, match => rename(match.Groups["name"].Value) is { } other ? match.Groups["arn"].Value + other : match.Value));
        }
    }

    [GeneratedRegex(@"(?<arn>arn:[a-z-]+:s3:::)(?<name>[a-z0-9.-]+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BucketArn();
}
