using System.Text.Encodings.Web;
using System.Text.Json;

namespace CisPosture.Permissions;

/// <summary>
/// Writes permissions as an IAM policy: a statement a group of services, its actions in order. It names no account, Region or partition, so
/// that it is good everywhere.
/// </summary>
internal static class PermissionPolicy
{
    private static readonly JsonSerializerOptions Format = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly (string Name, string[] Services)[] Groups =
    [
        ("Identity", ["iam"]),
        ("Logging", ["cloudtrail", "cloudwatch", "config", "kms", "logs", "sns"]),
        ("Storage", ["s3"]),
        ("Network", ["ec2"]),
        ("Accounts", ["organizations", "sts"]),
        ("Findings", ["securityhub"]),
    ];

    /// <summary>The policy document as JSON.</summary>
    public static string ToJson(IReadOnlyList<CisPermission> permissions)
    {
        var scan = permissions.Where(permission => !permission.ForRepair).Select(permission => permission.Action).Distinct(StringComparer.Ordinal).ToList();
        var repair = permissions.Where(permission => permission.ForRepair).Select(permission => permission.Action).Except(scan, StringComparer.Ordinal).ToList();
        var document = new Document("2012-10-17", [.. Statements("CisScan", scan), .. Statements("CisRepair", repair)]);
        return JsonSerializer.Serialize(document, Format);
    }

    private static IEnumerable<Statement> Statements(string prefix, List<string> actions) => actions
        .GroupBy(action => GroupOf(IamActions.ServiceOf(action)), StringComparer.Ordinal)
        .OrderBy(group => Array.FindIndex(Groups, known => known.Name == group.Key))
        .Select(group => new Statement(prefix + group.Key, "Allow", [.. group.OrderBy(action => action, StringComparer.Ordinal)], "*"));

    private static string GroupOf(string service)
    {
        var found = Array.Find(Groups, group => group.Services.Contains(service, StringComparer.Ordinal));
        return found.Name ?? throw new InvalidOperationException($"The service {service} stands in no group of the policy.");
    }

    private sealed record Document(string Version, IReadOnlyList<Statement> Statement);

    private sealed record Statement(string Sid, string Effect, IReadOnlyList<string> Action, string Resource);
}
