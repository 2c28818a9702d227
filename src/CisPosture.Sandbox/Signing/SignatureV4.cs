using System.Security.Cryptography;
using System.Text;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Signing;

/// <summary>Computes the signature that a request should carry.</summary>
internal static class SignatureV4
{
    public static string Compute(AwsRequest request, AuthorizationHeader header, string secretKey, string timestamp, string payloadHash, bool isS3)
    {
        var canonical = CanonicalRequest(request, header.SignedHeaders, payloadHash, isS3);
        var text = $"{AuthorizationHeader.Algorithm}\n{timestamp}\n{header.Scope}\n{Hash(Encoding.UTF8.GetBytes(canonical))}";
        return Convert.ToHexStringLower(Hmac(SigningKey(secretKey, header.Scope), text));
    }

    public static string Hash(byte[] data) => Convert.ToHexStringLower(SHA256.HashData(data));

    internal static string CanonicalRequest(AwsRequest request, IReadOnlyList<string> signedHeaders, string payloadHash, bool isS3)
    {
        var headers = string.Concat(signedHeaders.Select(name => $"{name}:{CanonicalHeader(request, name)}\n"));
        return string.Join('\n', request.Method, CanonicalPath(request.RawPath, isS3), CanonicalQuery(request), headers, string.Join(';', signedHeaders), payloadHash);
    }

    /// <summary>S3 signs the path encoded once and unnormalised; the other services the path as sent, normalised and encoded once more.</summary>
    private static string CanonicalPath(string rawPath, bool isS3)
    {
        if (isS3) return string.Join('/', rawPath.Split('/').Select(segment => Encode(Uri.UnescapeDataString(segment))));
        return string.Join('/', Normalize(rawPath).Split('/').Select(Encode));
    }

    private static string Normalize(string path)
    {
        var kept = new List<string>();
        foreach (var segment in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (segment == "..") kept.RemoveRange(Math.Max(kept.Count - 1, 0), Math.Min(kept.Count, 1));
            else if (segment != ".") kept.Add(segment);
        }

        var closing = kept.Count > 0 && path.EndsWith('/') ? "/" : "";
        return $"/{string.Join('/', kept)}{closing}";
    }

    private static string CanonicalQuery(AwsRequest request) => string.Join('&', request.Query
        .Select(pair => (Name: Encode(pair.Key), Value: Encode(pair.Value)))
        .OrderBy(pair => pair.Name, StringComparer.Ordinal)
        .ThenBy(pair => pair.Value, StringComparer.Ordinal)
        .Select(pair => $"{pair.Name}={pair.Value}"));

    private static string CanonicalHeader(AwsRequest request, string name) =>
        string.Join(',', request.Headers[name].Select(value => string.Join(' ', (value ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))));

    private static byte[] SigningKey(string secretKey, CredentialScope scope)
    {
        var date = Hmac(Encoding.UTF8.GetBytes("AWS4" + secretKey), scope.Date);
        return Hmac(Hmac(Hmac(date, scope.Region), scope.Service), CredentialScope.Terminator);
    }

    private static byte[] Hmac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    /// <summary>RFC 3986, which is what <see cref="Uri.EscapeDataString(string)"/> keeps to.</summary>
    private static string Encode(string text) => Uri.EscapeDataString(text);
}
