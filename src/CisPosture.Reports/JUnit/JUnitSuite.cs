namespace CisPosture.Reports.JUnit;

/// <summary>The findings of one control in one account and Region.</summary>
/// <param name="ControlId">The control.</param>
/// <param name="AccountId">The account.</param>
/// <param name="Region">The Region.</param>
internal sealed record JUnitSuite(string ControlId, string AccountId, string Region)
{
    private readonly List<CisFinding> _findings = [];
    private readonly int[] _counts = new int[Enum.GetValues(typeof(FindingOutcome)).Length];

    public IReadOnlyList<CisFinding> Findings => _findings;

    public int Failures => this[FindingOutcome.Failed];

    public int Errors => this[FindingOutcome.Undecided];

    public int Skipped => this[FindingOutcome.Accepted] + this[FindingOutcome.NotApplicable];

    public string Title => _findings[0].Title;

    public string Severity => _findings[0].Severity;

    /// <summary>When the earliest evidence was read.</summary>
    public DateTimeOffset ObservedAt => _findings.Min(finding => finding.ObservedAt);

    /// <summary>Build servers make a tree of packages at the dots, so that the number has none.</summary>
    public string Package => $"cis-aws-foundations.{ControlId.Replace('.', '-')}";

    private int this[FindingOutcome outcome] => _counts[(int)outcome];

    /// <summary>Sorts findings into suites.</summary>
    /// <param name="findings">The findings.</param>
    /// <returns>The suites in the order of their first findings.</returns>
    public static IReadOnlyList<JUnitSuite> Of(IEnumerable<CisFinding> findings)
    {
        var suites = new Dictionary<(string, string, string), JUnitSuite>();
        var ordered = new List<JUnitSuite>();
        foreach (var finding in findings)
        {
            var key = (finding.ControlId, finding.AccountId, finding.Region);
            if (!suites.TryGetValue(key, out var suite))
            {
                suites[key] = suite = new JUnitSuite(finding.ControlId, finding.AccountId, finding.Region);
                ordered.Add(suite);
            }

            suite._findings.Add(finding);
            suite._counts[(int)FindingOutcomes.Of(finding)]++;
        }

        return ordered;
    }
}
