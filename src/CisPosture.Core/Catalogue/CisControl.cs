using System.Text.Json.Serialization;

namespace CisPosture;

/// <summary>A control as the catalogue describes it. Emitted by Get-CisControl.</summary>
public sealed record CisControl
{
    /// <summary>The number, such as "1.20".</summary>
    public required string Id { get; init; }

    /// <summary>The title, as Security Hub prints it.</summary>
    public required string Title { get; init; }

    /// <summary>Critical, High, Medium or Low, as the source document rates it.</summary>
    public required string Severity { get; init; }

    /// <summary>The chapter: Identity and Access Management, Logging, Monitoring or Networking.</summary>
    public required string Section { get; init; }

    /// <summary>The AWS Config rules that Security Hub uses, separated by commas; null where it has logic of its own.</summary>
    public string? ConfigRule { get; init; }

    /// <summary>The type of what is judged, such as AwsIamUser.</summary>
    public required string ResourceType { get; init; }

    /// <summary>Account where the control is judged once an account; Region where it is judged in every Region.</summary>
    public required string Scope { get; init; }

    /// <summary>The control's id in Security Hub's later, standard-independent numbering, such as IAM.5.</summary>
    public string? SecurityControlId { get; init; }

    /// <summary>Regions in which Security Hub does not support the control.</summary>
    public IReadOnlyList<string> UnsupportedRegions { get; init; } = [];

    /// <summary>What can be set through -ControlParameter.</summary>
    public IReadOnlyList<ControlParameter> Parameters { get; init; } = [];

    /// <summary>The metric filter pattern that the benchmark prescribes; null outside the alarm controls.</summary>
    public string? FilterPattern { get; init; }

    /// <summary>Narrower or wider patterns of later benchmarks, accepted on request.</summary>
    public IReadOnlyList<string> LaterFilterPatterns { get; init; } = [];

    /// <summary>The alarm name that the source document suggests; null outside the alarm controls.</summary>
    public string? AlarmName { get; init; }

    /// <summary>What to do where the control fails, in our own words.</summary>
    public required string Guidance { get; init; }

    /// <summary>The cmdlet that mends it; null where only a person can.</summary>
    public string? RepairCommand { get; init; }

    /// <summary>True where a program may mend it.</summary>
    public bool IsRepairable => RepairCommand is not null;

    /// <summary>The number as a comparable value.</summary>
    [JsonIgnore]
    internal ControlId Number => ControlId.Parse(Id);

    /// <summary>The number and the title.</summary>
    public override string ToString() => $"{Id} {Title}";
}
