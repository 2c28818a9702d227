using CisPosture.Accounts;
using CisPosture.Controls;

namespace CisPosture.Aws.Tests.Support;

/// <summary>Judges the two accounts in which all controls end alike.</summary>
internal static class ExtremeVerdicts
{
    /// <summary>The controls whose verdict is another one, with their findings. Passed takes all findings of a control, Failed one.</summary>
    public static IEnumerable<string> Unlike(FindingStatus expected, AccountEvidence evidence)
    {
        var evaluator = new ControlEvaluator(ControlParameterSet.Empty, isStrict: false, listsEachResource: false);
        return BenchmarkCatalogue.Current.Controls
            .Select(control => (control.Id, Findings: evaluator.Evaluate(control, evidence)))
            .Where(judged => expected == FindingStatus.Passed
                ? judged.Findings.Any(finding => finding.Status != nameof(FindingStatus.Passed))
                : judged.Findings.All(finding => finding.Status != nameof(FindingStatus.Failed)))
            .Select(judged => judged.Id + ": " + string.Join(" | ", judged.Findings));
    }
}
