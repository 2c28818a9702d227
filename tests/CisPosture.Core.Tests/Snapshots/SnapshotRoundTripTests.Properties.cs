using CsCheck;

namespace CisPosture.Core.Tests.Snapshots;

public sealed partial class SnapshotRoundTripTests
{
    [Fact]
    public Task Evidence_of_any_shape_is_the_same_after_reading() =>
        Gen.Int.SampleAsync(
            async seed =>
            {
                var account = EvidenceFiller.Any(seed);
                var reread = Assert.Single((await SnapshotText.ReadAsync(await SnapshotText.OfAsync(account))).Accounts);
                Assert.Equal(EvidenceDump.Of(account), EvidenceDump.Of(reread));
                Assert.Equal(await SnapshotText.OfAsync(account), await SnapshotText.OfAsync(reread));
            },
            iter: 40,
            threads: 1);
}
