using System.Collections.Concurrent;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;

namespace CisPosture.Aws.Connection;

/// <summary>
/// Takes every secret that this connection ever signed with out of a text. AWS quotes what was signed, session token included, when a
/// signature does not match.
/// </summary>
internal sealed class SecretMask
{
    private const string Hidden = "***";
    private const int LongestMessage = 600;

    private static readonly Regex EncodedFailure = new(
        @"\s*Encoded authorization failure message:\s*\S+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    private static readonly Regex EscapeSequence = new("%[0-9A-F]{2}", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private readonly ConcurrentDictionary<string, byte> _secrets = new(StringComparer.Ordinal);

    public void Learn(string? secret)
    {
        if (string.IsNullOrEmpty(secret))
        {
            return;
        }

        foreach (var form in FormsOf(secret!))
        {
            _secrets.TryAdd(form, 0);
        }
    }

    public string Clear(string text)
    {
        var clear = _secrets.Keys.OrderByDescending(secret => secret.Length).Aggregate(text, (current, secret) => current.Replace(secret, Hidden));
        clear = EncodedFailure.Replace(clear, string.Empty);
        return clear.Length <= LongestMessage ? clear : clear.Substring(0, LongestMessage) + "…";
    }

    // As it is, and as addresses, form bodies, JSON and headers write it.
    private static IEnumerable<string> FormsOf(string secret)
    {
        var escaped = Uri.EscapeDataString(secret);
        return
        [
            secret, escaped, EscapeSequence.Replace(escaped, sequence => sequence.Value.ToLowerInvariant()),
            JavaScriptEncoder.Default.Encode(secret), secret.Replace("/", @"\/"), Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)),
        ];
    }

    /// <summary>An access key id by its last characters, which is enough to tell two apart.</summary>
    public static string Shorten(string accessKey) => accessKey.Length <= 4 ? "****" : "****" + accessKey.Substring(accessKey.Length - 4);
}
