using CisPosture.Core.Tests.Findings;
using CisPosture.Store.Tests.Support;
using CsCheck;

namespace CisPosture.Store.Tests;

public sealed partial class SavingTests
{
    [Fact]
    public void Any_findings_come_back_as_they_were() => SampleFindings.Any.List[1, 5].Sample(findings =>
    {
        using var store = new StoreOnDisk();
        store.SaveAt(SampleFindings.Now, findings);

        // Of two on the same resource the later one counts.
        var kept = findings.GroupBy(finding => (finding.ControlId, finding.ResourceId)).Select(same => same.Last());
        Assert.Equal(kept.Select(Text).Order(StringComparer.Ordinal), store.Read().Select(Text).Order(StringComparer.Ordinal));
    }, iter: 30);
}
