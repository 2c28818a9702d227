using System.Globalization;

namespace CisPosture.Reports.SuppressionTemplates;

/// <summary>Rules that would accept what failed, if somebody had a reason to.</summary>
internal sealed class SuppressionDraft
{
    /// <summary>For how many days a drafted rule holds.</summary>
    public const int Days = 90;

    private SuppressionDraft(IReadOnlyList<DraftedRule> rules, string expires, int leftOut)
    {
        Rules = rules;
        Expires = expires;
        LeftOut = leftOut;
    }

    /// <summary>The rules, in the order of the findings.</summary>
    public IReadOnlyList<DraftedRule> Rules { get; }

    /// <summary>The last day on which they hold.</summary>
    public string Expires { get; }

    /// <summary>How many findings have no rule, because none could be written for them alone.</summary>
    public int LeftOut { get; }

    /// <summary>What the file says at its head, line by line.</summary>
    public IEnumerable<string> Head
    {
        get
        {
            yield return "Findings that failed, one rule each. Delete the rules of what is to be mended.";
            yield return "Each rule that stays needs a reason; without one it is not applied, and an error names its line.";
            yield return string.Format(CultureInfo.InvariantCulture, "They hold until {0}, which is {1} days after the report; \"never\" is possible, too.", Expires, Days);
            yield return "Add an owner, who is named once the rule has expired.";
            if (LeftOut > 0)
            {
                yield return string.Format(CultureInfo.InvariantCulture, "{0} failed findings are left out: the names of their resources hold * or ?, which in a rule stand for other names, too.", LeftOut);
            }
        }
    }

    /// <summary>Drafts rules for what failed and is not accepted yet.</summary>
    /// <param name="report">The report.</param>
    /// <returns>The draft.</returns>
    public static SuppressionDraft Of(Report report)
    {
        var rules = new List<DraftedRule>();
        var known = new HashSet<(string, string, string, string)>();
        var leftOut = 0;
        foreach (var finding in report.Findings.Where(finding => FindingOutcomes.Of(finding) == FindingOutcome.Failed))
        {
            if (finding.ResourceId.IndexOfAny(['*', '?']) >= 0)
            {
                leftOut++;
            }
            else if (known.Add((finding.ControlId, finding.AccountId, finding.Region, finding.ResourceId)))
            {
                rules.Add(DraftedRule.Of(finding));
            }
        }

        var expires = report.CreatedAt.ToUniversalTime().AddDays(Days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new SuppressionDraft(rules, expires, leftOut);
    }
}
