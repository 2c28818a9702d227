using CisPosture.Findings;
using CisPosture.Store.Tests.Support;
using CsCheck;

namespace CisPosture.Store.Tests;

public sealed partial class LifeTests
{
    // A Region is not scanned, not readable, or has groups that are not there, passed, or at fault in some way.
    private static Gen<IReadOnlyList<CisFinding>> AnyScan =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 5].Array[Groups.Length]).Array[Regions.Length]
            .Select(regions => (IReadOnlyList<CisFinding>)[.. regions.SelectMany((region, index) => Region(Regions[index], region.Item1, region.Item2))])
            .Where(scan => scan.Count > 0);

    [Fact]
    public void Every_change_is_the_one_that_a_walk_through_the_scans_finds() => AnyScan.Array[1, 6].Sample(scans =>
    {
        using var store = new StoreOnDisk();
        var walk = new Walk();
        foreach (var scan in scans)
        {
            var saved = store.Save(scan);
            var expected = walk.Take(scan);
            foreach (var kind in new[] { ChangeKind.New, ChangeKind.Reopened, ChangeKind.Resolved, ChangeKind.Changed })
            {
                Assert.Equal(
                    expected.Where(change => change.Kind == kind).Select(change => change.Id).Order(StringComparer.Ordinal),
                    store.Read(new FindingQuery { ScanId = saved.ScanId, Changes = [kind] }).Select(finding => finding.FindingId).Order(StringComparer.Ordinal));
            }

            Assert.Equal(walk.Present.Order(StringComparer.Ordinal), store.Read().Select(finding => finding.FindingId).Order(StringComparer.Ordinal));
            Assert.Equal(scan.Select(finding => finding.FindingId).Order(StringComparer.Ordinal), store.Read(new FindingQuery { ScanId = saved.ScanId }).Select(finding => finding.FindingId).Order(StringComparer.Ordinal));
        }
    }, iter: 60);
}
