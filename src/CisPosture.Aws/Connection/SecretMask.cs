using System.Collections.Concurrent;
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

    private readonly ConcurrentDictionary<string, byte> _secrets = new(StringComparer.Ordinal);

    public void Learn(string? secret)
    {
        if (string.IsNullOrEmpty(secret))
        {
            return;
        }

        _secrets.TryAdd(secret!, 0);
        _secrets.TryAdd(Uri.EscapeDataString(secret!), 0);
    }

    public string Clear(string text)
    {
        var clear = _secrets.Keys.OrderByDescending(secret => secret.Length).Aggregate(text, (current, secret) => current.Replace(secret, Hidden));
        clear = EncodedFailure.Replace(clear, string.Empty);
        return clear.Length <= LongestMessage ? clear : clear.Substring(0, LongestMessage) + "…";
    }

    /// <summary>An access key id by its last characters, which is enough to tell two apart.</summary>
    public static string Shorten(string accessKey) => accessKey.Length <= 4 ? "****" : "****" + accessKey.Substring(accessKey.Length - 4);
}
