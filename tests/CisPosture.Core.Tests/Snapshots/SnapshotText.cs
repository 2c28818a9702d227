using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using CisPosture.Accounts;
using CisPosture.Core.Tests.Controls;
using CisPosture.Snapshots;

namespace CisPosture.Core.Tests.Snapshots;

/// <summary>The text of snapshots for tests to bend.</summary>
internal static class SnapshotText
{
    private const string Name = "made.json";

    /// <summary>As a snapshot of a bare account is written, on one line.</summary>
    public static Task<string> SmallAsync() => OfAsync(Judging.Account() with { Regions = [Judging.Region() with { TrailArns = Evidence.Of<IReadOnlyList<string>>(["arn:é"]) }] });

    /// <summary>As a snapshot of an account is written, on one line.</summary>
    public static async Task<string> OfAsync(AccountEvidence account)
    {
        using var folder = new TemporaryFolder();
        await SnapshotFile.WriteAsync(folder.FilePath(Name), SnapshotContent.Of(account), overwrite: false, TestContext.Current.CancellationToken);
        return JsonNode.Parse(await File.ReadAllBytesAsync(folder.FilePath(Name), TestContext.Current.CancellationToken))!.ToJsonString(SnapshotFormat.Compact);
    }

    /// <summary>A text as gzip packs it.</summary>
    public static byte[] Compressed(string text) => Compressed(Encoding.UTF8.GetBytes(text));

    /// <summary>Bytes as gzip packs them.</summary>
    public static byte[] Compressed(byte[] bytes)
    {
        using var compressed = new MemoryStream();
        using (var writer = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            writer.Write(bytes, 0, bytes.Length);
        }

        return compressed.ToArray();
    }

    /// <summary>Reads a text as a snapshot file.</summary>
    public static Task<SnapshotContent> ReadAsync(string text) => ReadAsync(Encoding.UTF8.GetBytes(text));

    /// <summary>Reads bytes as a snapshot file.</summary>
    public static async Task<SnapshotContent> ReadAsync(byte[] bytes)
    {
        using var folder = new TemporaryFolder();
        return await SnapshotFile.ReadAsync(await folder.FileAsync(Name, bytes), TestContext.Current.CancellationToken);
    }
}
