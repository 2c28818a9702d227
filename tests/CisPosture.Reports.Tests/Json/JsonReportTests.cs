using System.Text.Json;
using CisPosture.Core.Tests.Findings;
using CisPosture.Findings;
using CsCheck;

namespace CisPosture.Reports.Tests.Json;

public sealed class JsonReportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cisposture-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Any_findings_come_back_as_they_were() => SampleFindings.Any.List[0, 4].Sample(findings =>
    {
        var path = Path.Combine(_folder, $"{Guid.NewGuid():N}.json");
        File.WriteAllBytes(path, Support.Reports.Bytes(ReportFormat.Json, findings));
        Assert.Equal(findings.Select(Describe), FindingFile.Read(path).Select(Describe));
    }, iter: 100);

    private static string Describe(CisFinding finding) => JsonSerializer.Serialize(finding);
}
