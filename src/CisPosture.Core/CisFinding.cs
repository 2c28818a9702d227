using System.Text.Json.Serialization;

namespace CisPosture;

/// <summary>
/// The verdict of one control on one resource, or on all resources of a scope that passed. Its public members are texts, numbers and
/// lists, so that it reads the same after remoting, Export-Clixml, ConvertTo-Json and Export-Csv.
/// </summary>
public sealed record CisFinding
{
    /// <summary>Stable across runs: made of control, account, Region and resource.</summary>
    public required string FindingId { get; init; }

    /// <summary>The control, such as "3.10".</summary>
    public required string ControlId { get; init; }

    /// <summary>The control's title.</summary>
    public required string Title { get; init; }

    /// <summary>Critical, High, Medium or Low: a name of <see cref="CisPosture.Severity"/>.</summary>
    public required string Severity { get; init; }

    /// <summary>Passed, Failed, Warning or NotAvailable: a name of <see cref="FindingStatus"/>.</summary>
    public required string Status { get; init; }

    /// <summary>One of <see cref="CisPosture.ReasonCode"/>.</summary>
    public required string ReasonCode { get; init; }

    /// <summary>One plain sentence with the numbers.</summary>
    public required string Reason { get; init; }

    /// <summary>The account's twelve digits.</summary>
    public required string AccountId { get; init; }

    /// <summary>The Region of the resource; the home of the partition's IAM for what has none.</summary>
    public required string Region { get; init; }

    /// <summary>The resource's type as Security Hub names it, such as AwsEc2SecurityGroup.</summary>
    public required string ResourceType { get; init; }

    /// <summary>The resource's ARN; "AWS::::Account:111122223333" for an account.</summary>
    public required string ResourceId { get; init; }

    /// <summary>The AWS Config rule that Security Hub uses; null where it has logic of its own.</summary>
    public string? ConfigRule { get; init; }

    /// <summary>The facts that decided the verdict, by name; texts, numbers, booleans and lists of texts.</summary>
    public required IReadOnlyDictionary<string, object?> Evidence { get; init; }

    /// <summary>What else a reader should know: what strict Security Hub mode would say, what lies beyond the benchmark, what may break.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>The cmdlet that mends it; null where only a person can, or where nothing is to be mended.</summary>
    public string? RepairCommand { get; init; }

    /// <summary>What to do about it, in our own words.</summary>
    public required string Guidance { get; init; }

    /// <summary>When the evidence was read.</summary>
    public required DateTimeOffset ObservedAt { get; init; }

    /// <summary>What a repair has done about it; null where none was asked to.</summary>
    public CisRepairResult? Repair { get; init; }

    /// <summary>The rule under which the finding is accepted for a time; null where none matches it.</summary>
    public CisSuppression? Suppression { get; init; }

    /// <summary>When the store, or Security Hub, first met it; null where it comes from neither.</summary>
    public DateTimeOffset? FirstSeen { get; init; }

    /// <summary>When the store, or Security Hub, last met it; null where it comes from neither.</summary>
    public DateTimeOffset? LastSeen { get; init; }

    /// <summary>What became of it since earlier findings: a name of <see cref="CisPosture.ChangeKind"/>; null where it was compared with none.</summary>
    public string? ChangeKind { get; init; }

    /// <summary>The control as a comparable number.</summary>
    [JsonIgnore]
    internal ControlId Control => CisPosture.ControlId.Parse(ControlId);

    /// <summary>The status as a value.</summary>
    [JsonIgnore]
    internal FindingStatus Verdict => (FindingStatus)Enum.Parse(typeof(FindingStatus), Status);

    /// <summary>One line: status, severity, control, Region, resource and reason, and until when it is accepted where it is.</summary>
    public override string ToString() => VisibleText.OnOneLine($"{Status} {Severity} {ControlId} {Region} {ResourceId}: {Reason}{Accepted}");

    private string Accepted => Suppression is null ? string.Empty : $" (accepted until {Suppression.Expires})";
}
