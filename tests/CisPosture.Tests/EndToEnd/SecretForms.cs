using System.Text;
using System.Text.Encodings.Web;

namespace CisPosture.Tests.EndToEnd;

/// <summary>A text that must stay secret, in every form in which it could be found.</summary>
internal static class SecretForms
{
    /// <summary>The text itself, and as addresses, forms, JSON, XML, headers and a hexadecimal dump would show it; and each half of it.</summary>
    public static IReadOnlyList<string> Of(string secret)
    {
        var escaped = Uri.EscapeDataString(secret);
        var bytes = Encoding.UTF8.GetBytes(secret);
        return
        [
            secret, escaped, escaped.Replace("%2F", "%2f", StringComparison.Ordinal).Replace("%2B", "%2b", StringComparison.Ordinal).Replace("%3D", "%3d", StringComparison.Ordinal),
            JavaScriptEncoder.Default.Encode(secret), secret.Replace("/", "\\/", StringComparison.Ordinal), Convert.ToBase64String(bytes), Convert.ToHexString(bytes), Convert.ToHexStringLower(bytes),
            secret[..(secret.Length / 2)], secret[(secret.Length / 2)..],
        ];
    }
}
