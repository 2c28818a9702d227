using CisPosture.Findings;
using CsCheck;

namespace CisPosture.Core.Tests.Findings;

public sealed partial class FindingFileTests
{
    [Fact]
    public void Any_findings_come_back_from_a_file_as_they_were() => SampleFindings.Any.List[0, 4].Sample(findings =>
    {
        var path = _folder.FilePath($"{Guid.NewGuid():N}.json");
        using (var stream = File.Create(path))
        {
            FindingFile.Write(stream, findings, isIndented: findings.Count % 2 == 0);
        }

        var again = FindingFile.Read(path);
        Assert.Equal(findings.Select(Describe), again.Select(Describe));
    }, iter: 200);
}
