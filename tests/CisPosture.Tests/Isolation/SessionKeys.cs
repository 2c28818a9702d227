using System.Text.Json;
using System.Text.Json.Nodes;
using CisPosture.Tests.Engine;

namespace CisPosture.Tests.Isolation;

/// <summary>Keys of the sandbox account, one for each way to hand them over, so that the key tells which way was taken.</summary>
internal static class SessionKeys
{
    public const string Secret = "secret-of-all-of-them";
    public const string Token = "token-of-temporary-keys";

    public const string Given = "AKIASANDBOXGIVN";
    public const string Basic = "AKIASANDBOXBASC";
    public const string Temporary = "ASIASANDBOXTEMP";
    public const string Wrapped = "AKIASANDBOXWRAP";
    public const string Stored = "AKIASANDBOXSTOR";
    public const string StoredObject = "AKIASANDBOXSOBJ";

    /// <summary>Writes the neglected account with these keys.</summary>
    public static void WriteAccount(string path)
    {
        var options = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
        var account = JsonNode.Parse(File.ReadAllText(Path.Combine(BuiltModule.Root, "samples", "accounts", "neglected.json")), documentOptions: options)!;
        account["credentials"] = new JsonArray([.. new[] { "test", Given, Basic, Temporary, Wrapped, Stored, StoredObject }.Select(Credential)]);
        File.WriteAllText(path, account.ToJsonString());
    }

    /// <summary>How verbose messages name a key.</summary>
    public static string Masked(string key) => $"****{key[^4..]}";

    private static JsonNode Credential(string key)
    {
        var credential = new JsonObject
        {
            ["accessKeyId"] = key,
            ["secretAccessKey"] = Secret,
            ["arn"] = $"arn:aws:iam::111122223333:user/{key}",
        };
        if (key == Temporary)
        {
            credential["sessionToken"] = Token;
        }

        return credential;
    }
}
