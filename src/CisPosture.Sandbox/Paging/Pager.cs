using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Paging;

/// <summary>Cuts lists into pages with opaque tokens that only the operation and Region that gave them out accept.</summary>
internal static class Pager
{
    private const int SealLength = 8;

    public static Page<T> Page<T>(ApiCall call, IReadOnlyList<T> items, PagingRules rules)
    {
        var start = Start(call, rules);
        var size = Math.Min(Size(call, rules) ?? int.MaxValue, call.PageSize ?? int.MaxValue);
        var page = items.Skip(start).Take(size).ToArray();
        var end = start + page.Length;
        return new Page<T>(page, end < items.Count ? Token(call, end) : null);
    }

    private static int? Size(ApiCall call, PagingRules rules)
    {
        if (rules.Size is null) return rules.Default;
        var most = rules.CapsSilently ? int.MaxValue : rules.Most;
        var asked = call.Input.Integer(rules.Size, rules.Least, most);
        return asked is null ? rules.Default : Math.Min(asked.Value, rules.Most);
    }

    private static int Start(ApiCall call, PagingRules rules)
    {
        if (call.Input.Text(rules.Token) is not { Length: > 0 } token) return 0;
        return Offset(call, token) ?? throw rules.BadToken();
    }

    private static string Token(ApiCall call, int offset)
    {
        var text = Encoding.ASCII.GetBytes(offset.ToString(CultureInfo.InvariantCulture));
        return Base64Url.EncodeToString([.. Seal(call, text), .. text]);
    }

    private static int? Offset(ApiCall call, string token)
    {
        if (!Base64Url.IsValid(token)) return null;
        var bytes = Base64Url.DecodeFromChars(token);
        if (bytes.Length <= SealLength) return null;
        var (seal, text) = (bytes[..SealLength], bytes[SealLength..]);
        return Seal(call, text).SequenceEqual(seal) ? int.Parse(text, CultureInfo.InvariantCulture) : null;
    }

    /// <summary>Ties the token to where it was given out, so that a client that mixes tokens up is told so as AWS would.</summary>
    private static byte[] Seal(ApiCall call, ReadOnlySpan<byte> offset)
    {
        var origin = Encoding.UTF8.GetBytes($"{call.Account.AccountId}|{call.Service.Name}|{call.Operation}|{call.Region}|");
        return SHA256.HashData([.. origin, .. offset])[..SealLength];
    }
}
