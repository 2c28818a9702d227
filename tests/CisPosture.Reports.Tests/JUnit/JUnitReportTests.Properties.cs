using CisPosture.Reports.Tests.Support;
using CsCheck;

namespace CisPosture.Reports.Tests.JUnit;

public sealed partial class JUnitReportTests
{
    [Fact]
    public void Any_findings_are_valid_by_the_schema_of_the_format() => NastyFindings.Any.List[0, 4].Sample(findings => Read(findings), iter: 100);
}
