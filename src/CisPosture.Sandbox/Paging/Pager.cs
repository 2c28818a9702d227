using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CisPosture.Sandbox.Wire;
using Microsoft.AspNetCore.WebUtilities;

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
        return WebEncoders.Base64UrlEncode([.. Seal(call, text), .. text]);
    }

    private static int? Offset(ApiCall call, string token)
    {
        var bytes = new byte[token.Length];
        if (!System.Buffers.Text.Base64Url.TryDecodeFromChars(token, bytes, out var length) || length <= SealLength) return null;
        var text = bytes.AsSpan(SealLength, length - SealLength);
        if (!Seal(call, text).AsSpan().SequenceEqual(bytes.AsSpan(0, SealLength))) return null;
        return int.Parse(text, CultureInfo.InvariantCulture);
    }

    /// <summary>Ties the token to where it was given out, so that a client that mixes tokens up is told so as AWS would.</summary>
    private static byte[] Seal(ApiCall call, ReadOnlySpan<byte> offset)
    {
        var origin = Encoding.UTF8.GetBytes($"{call.Account.AccountId}|{call.Service.Name}|{call.Operation}|{call.Region}|");
        return SHA256.HashData([.. origin, .. offset])[..SealLength];
    }
}
