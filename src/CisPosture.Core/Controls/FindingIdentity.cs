using System.Security.Cryptography;
using System.Text;

namespace CisPosture.Controls;

/// <summary>The name of a finding, which stays the same as long as its subject does, whatever the verdict.</summary>
internal static class FindingIdentity
{
    // Not a security measure: a short name.
    public static string Of(string controlId, string accountId, string region, string resourceId)
    {
        var subject = string.Join("\n", controlId, accountId, region, resourceId);
        using var hash = SHA256.Create();
        var digest = hash.ComputeHash(Encoding.UTF8.GetBytes(subject));
        return $"cis-1.2.0/{controlId}/{BitConverter.ToString(digest, 0, 12).Replace("-", string.Empty).ToLowerInvariant()}";
    }
}
