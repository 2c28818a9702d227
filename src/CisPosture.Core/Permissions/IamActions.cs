using System.Text.Json;

namespace CisPosture.Permissions;

/// <summary>What is known of IAM actions: their service and how AWS classes them.</summary>
internal static class IamActions
{
    private const string Resource = "CisPosture.Permissions.iam-actions.json";

    private static readonly JsonSerializerOptions FileFormat = new() { ReadCommentHandling = JsonCommentHandling.Skip };
    private static readonly Lazy<IReadOnlyDictionary<string, string>> Levels = new(Load);

    // S3 lets the same action put and delete a setting, and names some otherwise than the operations.
    private static readonly Dictionary<string, string> ActionOfOperation = new(StringComparer.Ordinal)
    {
        ["s3:PutPublicAccessBlock"] = "s3:PutBucketPublicAccessBlock",
        ["s3:DeletePublicAccessBlock"] = "s3:PutBucketPublicAccessBlock",
        ["s3:PutBucketEncryption"] = "s3:PutEncryptionConfiguration",
        ["s3:DeleteBucketEncryption"] = "s3:PutEncryptionConfiguration",
        ["s3:DeleteBucketTagging"] = "s3:PutBucketTagging",
        ["s3:DeleteBucketOwnershipControls"] = "s3:PutBucketOwnershipControls",
    };

    /// <summary>The actions that are classed.</summary>
    public static IEnumerable<string> All => Levels.Value.Keys;

    /// <summary>The action that allows a write operation; of most it bears the name.</summary>
    public static string OfOperation(string operation) => ActionOfOperation.TryGetValue(operation, out var action) ? action : operation;

    /// <summary>The service before the colon.</summary>
    public static string ServiceOf(string action) => action.Substring(0, action.IndexOf(':'));

    /// <summary>List, Read, Write, Permissions management or Tagging.</summary>
    public static string AccessLevelOf(string action) => Levels.Value.TryGetValue(action, out var level)
        ? level
        : throw new InvalidOperationException($"How AWS classes {action} does not stand in iam-actions.json.");

    private static Dictionary<string, string> Load()
    {
        using var stream = typeof(IamActions).Assembly.GetManifestResourceStream(Resource)!;
        var services = JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string[]>>>(stream, FileFormat)!;
        return services
            .SelectMany(service => service.Value, (service, level) => (Service: service.Key, Level: level.Key, Names: level.Value))
            .SelectMany(group => group.Names, (group, name) => (Action: $"{group.Service}:{name}", group.Level))
            .ToDictionary(action => action.Action, action => action.Level, StringComparer.Ordinal);
    }
}
