namespace CisPosture.Reports.Html;

/// <summary>Findings of one control on paper.</summary>
internal sealed class PaperGroup
{
    private readonly List<PaperFinding> _findings = [];
    private readonly int _cap;
    private readonly bool _withAccount;
    private int _count;

    /// <summary>Makes an empty group.</summary>
    /// <param name="verdict">The control and what it came to.</param>
    /// <param name="cap">How many findings it lists at the most.</param>
    /// <param name="withAccount">Whether each finding names its account.</param>
    public PaperGroup(CisControlVerdict verdict, int cap, bool withAccount)
    {
        Id = verdict.ControlId;
        Title = verdict.Title;
        Severity = verdict.Severity;
        _cap = cap;
        _withAccount = withAccount;
    }

    /// <summary>The control.</summary>
    public string Id { get; }

    /// <summary>Its title.</summary>
    public string Title { get; }

    /// <summary>Its severity.</summary>
    public string Severity { get; }

    /// <summary>What to do about it.</summary>
    public string Guidance { get; private set; } = string.Empty;

    /// <summary>The cmdlet that mends it; empty where only a person can.</summary>
    public string RepairCommand { get; private set; } = string.Empty;

    /// <summary>The findings that are listed.</summary>
    public IReadOnlyList<PaperFinding> Findings => _findings;

    /// <summary>How many there are in words.</summary>
    public string Count => CountText.Of(_count, "finding");

    /// <summary>How many are not listed, in words; empty where all are.</summary>
    public string Omitted => _count == _findings.Count ? string.Empty : CountText.Of(_count - _findings.Count, "more finding");

    /// <summary>How many are not listed.</summary>
    public int OmittedCount => _count - _findings.Count;

    /// <summary>Adds a finding.</summary>
    public void Add(CisFinding finding)
    {
        if (_count++ == 0)
        {
            Guidance = VisibleText.InOneDirection(finding.Guidance);
            RepairCommand = VisibleText.InOneDirection(finding.RepairCommand ?? string.Empty);
        }

        if (_findings.Count < _cap)
        {
            _findings.Add(PaperFinding.Of(finding, _withAccount));
        }
    }
}
