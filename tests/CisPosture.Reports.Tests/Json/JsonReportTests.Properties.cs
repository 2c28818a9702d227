using CisPosture.Core.Tests.Findings;
using CisPosture.Findings;
using CsCheck;

namespace CisPosture.Reports.Tests.Json;

public sealed partial class JsonReportTests
{
    [Fact]
    public void Any_findings_come_back_as_they_were() => SampleFindings.Any.List[0, 4].Sample(findings =>
    {
        var path = Path.Combine(_folder, $"{Guid.NewGuid():N}.json");
        File.WriteAllBytes(path, Support.Reports.Bytes(ReportFormat.Json, findings));
        Assert.Equal(findings.Select(Describe), FindingFile.Read(path).Select(Describe));
    }, iter: 100);
}
