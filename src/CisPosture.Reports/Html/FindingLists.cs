namespace CisPosture.Reports.Html;

/// <summary>What many findings have in common: rows name it by its place here.</summary>
internal sealed class FindingLists
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<ListedControl> _controls = [];
    private readonly NumberedTexts _accounts = new();
    private readonly NumberedTexts _regions = new();
    private readonly Dictionary<CisSuppression, int> _suppressionNumbers = [];
    private readonly List<ListedSuppression> _suppressions = [];

    /// <summary>The statuses.</summary>
    public IReadOnlyList<string> Statuses { get; } = Enum.GetNames(typeof(FindingStatus));

    /// <summary>The severities, the lightest first.</summary>
    public IReadOnlyList<string> Severities { get; } = SeverityRank.Names;

    /// <summary>What becomes of findings, as the store tells it.</summary>
    public IReadOnlyList<string> Changes { get; } = Enum.GetNames(typeof(ChangeKind));

    /// <summary>The controls.</summary>
    public IReadOnlyList<ListedControl> Controls => _controls;

    /// <summary>The accounts.</summary>
    public IReadOnlyList<string> Accounts => _accounts.Texts;

    /// <summary>The Regions.</summary>
    public IReadOnlyList<string> Regions => _regions.Texts;

    /// <summary>The rules that accept findings.</summary>
    public IReadOnlyList<ListedSuppression> Suppressions => _suppressions;

    /// <summary>The place of what became of a finding; <see cref="NumberedTexts.None"/> where it was compared with none.</summary>
    public static int ChangeOf(CisFinding finding) =>
        finding.ChangeKind is { } change ? (int)(ChangeKind)Enum.Parse(typeof(ChangeKind), change, ignoreCase: true) : NumberedTexts.None;

    /// <summary>The place of a finding's control.</summary>
    public int ControlOf(CisFinding finding)
    {
        if (!_numbers.TryGetValue(finding.ControlId, out var number))
        {
            _numbers[finding.ControlId] = number = _controls.Count;
            _controls.Add(ListedControl.Of(finding));
        }

        return number;
    }

    /// <summary>The place of a finding's account.</summary>
    public int AccountOf(CisFinding finding) => _accounts[finding.AccountId];

    /// <summary>The place of a finding's Region.</summary>
    public int RegionOf(CisFinding finding) => _regions[finding.Region];

    /// <summary>The place of the rule that accepts a finding; <see cref="NumberedTexts.None"/> where none does.</summary>
    public int SuppressionOf(CisFinding finding)
    {
        if (finding.Suppression is not { } suppression)
        {
            return NumberedTexts.None;
        }

        if (!_suppressionNumbers.TryGetValue(suppression, out var number))
        {
            _suppressionNumbers[suppression] = number = _suppressions.Count;
            _suppressions.Add(ListedSuppression.Of(suppression));
        }

        return number;
    }
}
