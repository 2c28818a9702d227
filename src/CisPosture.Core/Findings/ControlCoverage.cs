using CisPosture.Controls;

namespace CisPosture.Findings;

/// <summary>What one control looked at in one account.</summary>
internal sealed class ControlCoverage
{
    /// <summary>The fact that names the Regions that were read, where a control of account scope judges resources of any Region.</summary>
    public const string RegionsReadFact = "RegionsRead";

    /// <summary>The fact that tells how many resources a finding stands for.</summary>
    public const string PassedCountFact = "PassedCount";

    /// <summary>What the catalogue says of a control that answers once an account.</summary>
    public const string AccountScope = "Account";

    private const string TrailType = "AwsCloudTrailTrail";

    private readonly HashSet<string> _regions = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unreadRegions = new(StringComparer.Ordinal);
    private readonly HashSet<string> _foldedRegions = new(StringComparer.Ordinal);
    private HashSet<string>? _regionsRead;

    public ControlCoverage(ControlId control, string accountId)
    {
        Control = control;
        AccountId = accountId;
        var definition = BenchmarkCatalogue.Current.Controls.FirstOrDefault(row => row.Number == control);
        IsAccountScope = definition?.Scope == AccountScope;
    }

    public ControlId Control { get; }

    public string AccountId { get; }

    /// <summary>True where the control answers once an account rather than Region by Region.</summary>
    public bool IsAccountScope { get; }

    /// <summary>When the evidence was read; the latest time where findings differ.</summary>
    public DateTimeOffset ObservedAt { get; private set; }

    public void Add(CisFinding finding)
    {
        _regions.Add(finding.Region);
        ObservedAt = finding.ObservedAt > ObservedAt ? finding.ObservedAt : ObservedAt;
        if (RegionsReadFor(finding) is { } regions)
        {
            (_regionsRead ??= new HashSet<string>(StringComparer.Ordinal)).UnionWith(regions);
        }

        if (IsScope(finding.ResourceType))
        {
            AddScope(finding);
        }
    }

    /// <summary>True where the control judged the scope that an earlier finding belongs to, even if it saw only part of it.</summary>
    /// <param name="region">The finding's Region.</param>
    public bool Reaches(string region) => IsAccountScope || _regions.Contains(region);

    /// <summary>True where what passed in a Region is one finding, so that a missing resource may be among it.</summary>
    public bool FoldsPassed(string region) => _foldedRegions.Contains(region);

    /// <summary>True where a finding would be there, were it still true.</summary>
    /// <param name="earlier">A finding of the same control and account.</param>
    public bool Covers(CisFinding earlier) => Covers(earlier.Region, earlier.ResourceType, () => RegionsReadFor(earlier));

    /// <summary>The same, for a caller that would have to look the Regions up.</summary>
    public bool Covers(string region, string resourceType, Func<IReadOnlyCollection<string>?> regionsReadThen)
    {
        if (!IsAccountScope)
        {
            return _regions.Contains(region) && !_unreadRegions.Contains(region);
        }

        return _unreadRegions.Count == 0 && (IsScope(resourceType) || CoversResource(region, resourceType, regionsReadThen()));
    }

    /// <summary>The Regions that were read to judge a finding; null where that does not depend on Regions.</summary>
    public static IReadOnlyCollection<string>? RegionsReadFor(CisFinding finding) =>
        finding.Evidence.TryGetValue(RegionsReadFact, out var fact) && fact is IEnumerable<string> regions ? [.. regions] : null;

    private static bool IsScope(string resourceType) => resourceType == JudgedResource.AccountType;

    // A trail shows where it lives; the Region of any other resource says nothing of where its trail lives, so all that was read then must
    // have been read now.
    private bool CoversResource(string region, string resourceType, IReadOnlyCollection<string>? readThen)
    {
        if (_regionsRead is null || readThen is null)
        {
            return _regionsRead is null ? readThen is null : _regionsRead.Contains(region);
        }

        return _regionsRead.IsSupersetOf(readThen) || (resourceType == TrailType && _regionsRead.Contains(region));
    }

    private void AddScope(CisFinding finding)
    {
        if (finding.Verdict == FindingStatus.Passed)
        {
            if (finding.Evidence.ContainsKey(PassedCountFact))
            {
                _foldedRegions.Add(finding.Region);
            }
        }
        else if (finding.Verdict != FindingStatus.Failed && finding.ReasonCode is not (ReasonCode.NoTrail or ReasonCode.NotApplicable))
        {
            _unreadRegions.Add(finding.Region);
        }
    }
}
