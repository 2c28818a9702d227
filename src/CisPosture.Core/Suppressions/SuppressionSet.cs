namespace CisPosture.Suppressions;

/// <summary>The rules of one file, and which of them were of use.</summary>
internal sealed class SuppressionSet
{
    private readonly string _path;
    private readonly IReadOnlyList<SuppressionRule> _rules;
    private readonly HashSet<SuppressionRule> _used = [];
    private readonly HashSet<string> _accounts = new(StringComparer.Ordinal);

    public SuppressionSet(string path, IReadOnlyList<SuppressionRule> rules, IReadOnlyList<SuppressionProblem> problems)
    {
        _path = path;
        _rules = rules;
        Problems = problems;
    }

    /// <summary>What is wrong with rules that are not applied.</summary>
    public IReadOnlyList<SuppressionProblem> Problems { get; }

    /// <summary>The rules that are over, in the order of the file.</summary>
    public IReadOnlyList<SuppressionProblem> Expired(DateTimeOffset now) =>
        [.. _rules.Where(rule => rule.Expires.IsOver(now)).Select(rule => About(rule, $"expired on {rule.Expires.Text}; what it accepted counts again. Mend it, or set a new day"))];

    /// <summary>Marks a finding as accepted where a rule that still holds is about it. What passed needs no rule.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="now">The time by which rules end.</param>
    /// <returns>The finding, with the first such rule.</returns>
    public CisFinding Apply(CisFinding finding, DateTimeOffset now)
    {
        _accounts.Add(finding.AccountId);
        if (finding.Verdict == FindingStatus.Passed)
        {
            return finding;
        }

        var rule = _rules.FirstOrDefault(rule => !rule.Expires.IsOver(now) && rule.IsAbout(finding));
        if (rule is null)
        {
            return finding;
        }

        _used.Add(rule);
        return finding with { Suppression = Describe(rule) };
    }

    /// <summary>The rules that accepted nothing, though the scan was about what they name.</summary>
    /// <param name="judged">The controls that were judged.</param>
    /// <param name="now">The time by which rules end.</param>
    /// <returns>What to say of each, in the order of the file.</returns>
    public IReadOnlyList<SuppressionProblem> Unused(IEnumerable<ControlId> judged, DateTimeOffset now)
    {
        var controls = new HashSet<ControlId>(judged);
        return
        [
            .. _rules
                .Where(rule => !_used.Contains(rule) && !rule.Expires.IsOver(now) && rule.Controls.Any(controls.Contains) && IsAboutSeenAccount(rule))
                .Select(rule => About(rule, "accepts nothing: no finding that it is about needs it. Remove it")),
        ];
    }

    private bool IsAboutSeenAccount(SuppressionRule rule) =>
        rule.Accounts.Count == 0 || rule.Accounts.Any(pattern => _accounts.Any(pattern.Matches));

    private CisSuppression Describe(SuppressionRule rule) => new()
    {
        Reason = rule.Reason,
        Owner = rule.Owner,
        Expires = rule.Expires.Text,
        Path = _path,
        Line = rule.Line,
    };

    private SuppressionProblem About(SuppressionRule rule, string what) => new(
        rule.Line,
        FormattableString.Invariant($"Suppression {_path}:{rule.Line} (owner: {rule.Owner ?? "nobody"}) {what}."));
}
