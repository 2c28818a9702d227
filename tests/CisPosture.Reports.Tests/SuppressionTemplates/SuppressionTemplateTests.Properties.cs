using CisPosture.Reports.Tests.Support;
using CsCheck;

namespace CisPosture.Reports.Tests.SuppressionTemplates;

public sealed partial class SuppressionTemplateTests
{
    [Theory]
    [MemberData(nameof(Extensions))]
    public void Whatever_names_findings_have_the_file_reads_back_as_rules_for_them(string extension) => NastyFindings.Any.List[0, 4].Sample(findings =>
    {
        var wanted = findings.Where(finding => FindingOutcomes.Of(finding) == FindingOutcome.Failed && IsNameable(finding.ResourceId)).ToList();
        var rules = Read(extension, Filled(Draft(extension, [.. wanted])));
        Assert.Empty(rules.Problems);
        Assert.All(wanted, finding => Assert.NotNull(rules.Apply(finding, Support.Reports.Now).Suppression));
    }, iter: 200);
}
