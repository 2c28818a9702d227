using CisPosture.Core.Tests.Findings;
using CisPosture.SecurityHub;
using CsCheck;

namespace CisPosture.Core.Tests.SecurityHub;

public sealed class AsffBatchesTests
{
    [Fact]
    public void A_batch_has_a_hundred_findings_at_most_and_no_more_bytes_than_a_call_takes() => Gen.Select(Gen.Int[0, 230], Gen.Int[1, 20]).Sample((count, findingsInACall) =>
    {
        var findings = Enumerable.Range(0, count).Select(number => AsffImport.Of(SampleFindings.Of("1.2", resourceId: $"arn:aws:iam::111122223333:user/{number}"))).ToList();
        var most = findings.Count == 0 ? 1 : AsffFormat.SizeOf(findings[^1]) * findingsInACall * 10;

        var batches = AsffBatches.Of(findings, most).ToList();

        Assert.Equal(findings, batches.SelectMany(batch => batch));
        Assert.All(batches, batch => Assert.InRange(batch.Count, 1, 100));
        Assert.All(batches, batch => Assert.True(batch.Count == 1 || batch.Sum(AsffFormat.SizeOf) <= most));
    }, iter: 20);
}
