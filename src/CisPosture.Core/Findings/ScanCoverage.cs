namespace CisPosture.Findings;

/// <summary>
/// What a scan looked at, read off its findings: a finding that is missing from a scan tells something only where the scan would have
/// seen it. Controls of Region scope answer for each Region by themselves; the others answer for the account, as far as they read it.
/// </summary>
internal sealed class ScanCoverage
{
    private readonly Dictionary<(ControlId Control, string AccountId), ControlCoverage> _controls = [];

    /// <summary>The controls that answered, by account.</summary>
    public IEnumerable<ControlCoverage> Controls => _controls.Values;

    /// <summary>Takes notice of a finding.</summary>
    public void Add(CisFinding finding)
    {
        var key = (finding.Control, finding.AccountId);
        if (!_controls.TryGetValue(key, out var coverage))
        {
            _controls[key] = coverage = new ControlCoverage(key.Control, key.AccountId);
        }

        coverage.Add(finding);
    }

    /// <summary>What is known of a control in an account; null where it did not answer.</summary>
    public ControlCoverage? Of(ControlId control, string accountId) =>
        _controls.TryGetValue((control, accountId), out var coverage) ? coverage : null;

    /// <summary>True where the scan would have had a finding, were it still true.</summary>
    public bool Covers(CisFinding earlier) => Of(earlier.Control, earlier.AccountId)?.Covers(earlier) == true;
}
