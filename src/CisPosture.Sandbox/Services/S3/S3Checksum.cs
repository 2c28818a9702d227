using System.Buffers.Binary;
using System.IO.Hashing;
using System.Net;
using System.Numerics;
using System.Security.Cryptography;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.S3;

/// <summary>Holds the body of a request to the checksums that it comes with, of which the writes must have one.</summary>
internal static class S3Checksum
{
    private const string Prefix = "x-amz-checksum-";
    private const string Md5Header = "Content-MD5";

    public static void Verify(ApiCall call, bool isRequired)
    {
        var declared = call.Request.Headers.Where(header => header.Key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)).ToArray();
        var md5 = call.Request.Header(Md5Header);
        if (isRequired && md5 is null && declared.Length == 0) throw new ApiException("InvalidRequest", $"Missing required header for this request: {Md5Header} OR {Prefix}*");
        if (md5 is not null) VerifyMd5(call.Request.Body, md5);
        foreach (var (name, value) in declared) Verify(call, name[Prefix.Length..].ToUpperInvariant(), value.ToString());
    }

    private static void VerifyMd5(byte[] body, string declared)
    {
        if (Bytes(declared) is not { Length: MD5.HashSizeInBytes } expected) throw new ApiException("InvalidDigest", "The Content-MD5 you specified was invalid.");
#pragma warning disable CA5351 // The protocol has it so.
        if (!MD5.HashData(body).AsSpan().SequenceEqual(expected)) throw new ApiException("BadDigest", "The Content-MD5 you specified did not match what we received.");
#pragma warning restore CA5351
    }

    private static void Verify(ApiCall call, string algorithm, string declared)
    {
        if (algorithm is "TYPE" or "MODE") return;
        var actual = Compute(algorithm, call.Request.Body) ?? throw call.Errors.UnknownOperation($"{Prefix}{algorithm.ToLowerInvariant()}", null);
        if (Bytes(declared) is not { } expected || expected.Length != actual.Length) throw new ApiException("InvalidRequest", $"Value for {Prefix}{algorithm.ToLowerInvariant()} header is invalid.");
        if (!actual.AsSpan().SequenceEqual(expected)) throw new ApiException("BadDigest", $"The {algorithm} you specified did not match the calculated checksum.", HttpStatusCode.BadRequest);
    }

    private static byte[]? Compute(string algorithm, byte[] body) => algorithm switch
    {
        "CRC32" => BigEndian(Crc32.HashToUInt32(body)),
        "CRC32C" => BigEndian(Crc32C(body)),
#pragma warning disable CA5350 // The protocol has it so.
        "SHA1" => SHA1.HashData(body),
#pragma warning restore CA5350
        "SHA256" => SHA256.HashData(body),
        _ => null,
    };

    private static byte[]? Bytes(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : null;
    }

    private static byte[] BigEndian(uint value)
    {
        var bytes = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }

    private static uint Crc32C(byte[] body) => ~body.Aggregate(uint.MaxValue, BitOperations.Crc32C);
}
