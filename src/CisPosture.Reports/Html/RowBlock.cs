namespace CisPosture.Reports.Html;

/// <summary>What the rows of some findings show, column by column: numbers of places in the lists of the page or among the block's own texts.</summary>
internal sealed class RowBlock(FindingLists lists)
{
    private readonly NumberedTexts _texts = new();

    /// <summary>How many findings there are.</summary>
    public int Count => Control.Count;

    /// <summary>Places among the controls.</summary>
    public List<int> Control { get; } = [];

    /// <summary>Places among the statuses.</summary>
    public List<int> Status { get; } = [];

    /// <summary>Places among the severities.</summary>
    public List<int> Severity { get; } = [];

    /// <summary>Places among the accounts.</summary>
    public List<int> Account { get; } = [];

    /// <summary>Places among the Regions.</summary>
    public List<int> Region { get; } = [];

    /// <summary>Places among the suppressions.</summary>
    public List<int> Suppression { get; } = [];

    /// <summary>Places among the changes.</summary>
    public List<int> Change { get; } = [];

    /// <summary>Numbers of texts.</summary>
    public List<int> Resource { get; } = [];

    /// <summary>Numbers of texts.</summary>
    public List<int> ResourceType { get; } = [];

    /// <summary>Numbers of texts.</summary>
    public List<int> Reason { get; } = [];

    /// <summary>The block's own texts.</summary>
    public IReadOnlyList<string> Texts => _texts.Texts;

    /// <summary>Adds a finding.</summary>
    public void Add(CisFinding finding)
    {
        Control.Add(lists.ControlOf(finding));
        Status.Add((int)finding.Verdict);
        Severity.Add(SeverityRank.Of(finding.Severity));
        Account.Add(lists.AccountOf(finding));
        Region.Add(lists.RegionOf(finding));
        Suppression.Add(lists.SuppressionOf(finding));
        Change.Add(FindingLists.ChangeOf(finding));
        Resource.Add(_texts[finding.ResourceId]);
        ResourceType.Add(_texts[finding.ResourceType]);
        Reason.Add(_texts[finding.Reason]);
    }
}
