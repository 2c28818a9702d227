namespace CisPosture;

/// <summary>Counts the findings of one control, in one account or in all.</summary>
internal sealed class FindingTally
{
    private readonly int[] _counts = new int[Enum.GetValues(typeof(FindingStatus)).Length];
    private int _suppressed;
    private Severity? _gravest;
    private string? _title;

    public FindingTally(ControlId control) => Control = control;

    public ControlId Control { get; }

    private ControlVerdict Verdict =>
        this[FindingStatus.Failed] > 0 ? ControlVerdict.Failed
        : this[FindingStatus.Warning] + this[FindingStatus.NotAvailable] > 0 ? ControlVerdict.Unknown
        : this[FindingStatus.Passed] > 0 ? ControlVerdict.Passed
        : _suppressed > 0 ? ControlVerdict.Suppressed
        : ControlVerdict.NoData;

    private int this[FindingStatus status] => _counts[(int)status];

    public void Describe(Severity severity, string? title)
    {
        // Findings of several scans may differ here; what is said must not depend on their order.
        _gravest = _gravest > severity ? _gravest : severity;
        _title = string.CompareOrdinal(_title, title) > 0 ? _title : title;
    }

    public void Add(FindingStatus status) => _counts[(int)status]++;

    public void AddSuppressed() => _suppressed++;

    public void Add(FindingTally other)
    {
        Describe(other._gravest ?? default, other._title);
        _suppressed += other._suppressed;
        for (var status = 0; status < _counts.Length; status++)
        {
            _counts[status] += other._counts[status];
        }
    }

    public CisControlVerdict ToVerdict() => new()
    {
        ControlId = Control.ToString(),
        Title = _title ?? string.Empty,
        Severity = (_gravest ?? default).ToString(),
        Verdict = Verdict.ToString(),
        PassedCount = this[FindingStatus.Passed],
        FailedCount = this[FindingStatus.Failed],
        WarningCount = this[FindingStatus.Warning],
        NotAvailableCount = this[FindingStatus.NotAvailable],
        SuppressedCount = _suppressed,
    };
}
