using System.Collections;

namespace CisPosture.Reports.Html;

/// <summary>What is told of some findings when they are opened, column by column: numbers of the block's texts.</summary>
internal sealed class DetailBlock
{
    private readonly NumberedTexts _texts = new();

    /// <summary>Why, as a code.</summary>
    public List<int> ReasonCode { get; } = [];

    /// <summary>The AWS Config rule.</summary>
    public List<int> ConfigRule { get; } = [];

    /// <summary>What to do.</summary>
    public List<int> Guidance { get; } = [];

    /// <summary>The cmdlet that mends it.</summary>
    public List<int> RepairCommand { get; } = [];

    /// <summary>What a repair has done.</summary>
    public List<int> Repair { get; } = [];

    /// <summary>When the evidence was read.</summary>
    public List<int> Observed { get; } = [];

    /// <summary>When the store first met it.</summary>
    public List<int> FirstSeen { get; } = [];

    /// <summary>What else a reader should know.</summary>
    public List<int[]> Notes { get; } = [];

    /// <summary>Names and values of facts in turns; a list is a list of numbers.</summary>
    public List<object[]> Evidence { get; } = [];

    /// <summary>The block's texts.</summary>
    public IReadOnlyList<string> Texts => _texts.Texts;

    /// <summary>Adds a finding.</summary>
    public void Add(CisFinding finding)
    {
        ReasonCode.Add(_texts[finding.ReasonCode]);
        ConfigRule.Add(_texts[finding.ConfigRule]);
        Guidance.Add(_texts[finding.Guidance]);
        RepairCommand.Add(_texts[finding.RepairCommand]);
        Repair.Add(_texts[finding.Repair?.ToString()]);
        Observed.Add(_texts[PageTime.Of(finding.ObservedAt)]);
        FirstSeen.Add(finding.FirstSeen is { } time ? _texts[PageTime.Of(time)] : NumberedTexts.None);
        Notes.Add([.. finding.Notes.Select(note => _texts[note])]);
        Evidence.Add([.. finding.Evidence.SelectMany(fact => new[] { _texts[fact.Key], Value(fact.Value) })]);
    }

    private object Value(object? value) => value is IEnumerable list and not string and not IReadOnlyDictionary<string, object?>
        ? list.Cast<object?>().Select(item => _texts[FactText.Of(item)]).ToArray()
        : _texts[FactText.Of(value)];
}
