using System.Security.Cryptography;
using System.Text;

namespace CisPosture.Sandbox.State;

/// <summary>Ids that look like AWS's and are the same in every run, because they are made from names.</summary>
internal static class UniqueId
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>A prefix such as AIDA and seventeen capitals and digits.</summary>
    public static string Of(string prefix, string name) =>
        prefix + string.Concat(SHA256.HashData(Encoding.UTF8.GetBytes(name)).Take(17).Select(value => Alphabet[value % Alphabet.Length]));

    /// <summary>A prefix such as vpc and seventeen hexadecimal digits.</summary>
    public static string Hex(string prefix, string name) =>
        $"{prefix}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..17]}";

    /// <summary>An id of that form that was never given before.</summary>
    public static string NewHex(string prefix) => Hex(prefix, Guid.NewGuid().ToString());

    /// <summary>The sixty-four hexadecimal digits by which S3 knows an account.</summary>
    public static string Canonical(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
}
