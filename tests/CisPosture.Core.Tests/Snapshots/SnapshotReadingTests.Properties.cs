using System.Text;
using CsCheck;

namespace CisPosture.Core.Tests.Snapshots;

public sealed partial class SnapshotReadingTests
{
    [Fact]
    public async Task A_large_file_cut_anywhere_is_truncated()
    {
        var whole = Encoding.UTF8.GetBytes(await SnapshotText.OfAsync(EvidenceFiller.Full() with { AccountId = new string('9', 100_000) }));
        await Gen.Int[0, whole.Length - 1].SampleAsync(length => FailsWithAsync(whole[..length], ErrorId.SnapshotTruncated), iter: 30, threads: 1);
    }

    [Fact]
    public async Task A_file_bent_in_any_way_is_read_or_gives_a_snapshot_error()
    {
        var good = Encoding.UTF8.GetBytes(await SnapshotText.OfAsync(EvidenceFiller.Any(seed: 7)));
        await Bent(good).SampleAsync(RequireReadOrSnapshotErrorAsync, iter: 300, threads: 1);
    }

    [Fact]
    public async Task A_compressed_file_bent_in_any_way_is_read_or_gives_a_snapshot_error()
    {
        var good = SnapshotText.Compressed(await SnapshotText.OfAsync(EvidenceFiller.Any(seed: 7)));
        await Bent(good).SampleAsync(RequireReadOrSnapshotErrorAsync, iter: 150, threads: 1);
    }

    private static Gen<byte[]> Bent(byte[] good) =>
        Gen.Select(Gen.Int[0, good.Length - 1], Gen.Int[0, 40], Gen.Byte.Array[0, 6], Gen.Bool, (start, length, insert, repeats) =>
        {
            var end = Math.Min(good.Length, start + length);
            byte[] middle = repeats ? [.. good[start..end], .. good[start..end]] : insert;
            return (byte[])[.. good[..start], .. middle, .. good[end..]];
        });
}
