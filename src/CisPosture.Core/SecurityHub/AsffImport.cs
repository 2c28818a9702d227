namespace CisPosture.SecurityHub;

/// <summary>Writes a finding in the AWS Security Finding Format, as this account's own product imports it.</summary>
internal static class AsffImport
{
    /// <summary>What the names of this module's findings begin with.</summary>
    public const string IdPrefix = "cisposture/";

    public const string SchemaVersion = "2018-10-08";
    public const string ProductName = "CisPosture";
    public const string ReasonField = "CisPosture/ReasonCode";
    public const string NotesField = "CisPosture/Notes";

    private const string ConfigRuleType = "AWS::Config::ConfigRule";
    private const int LongestRequirement = 64;

    private static readonly string[] Types = [CisStandard.FindingType];

    /// <summary>The name of a finding in Security Hub, which stays the same as long as its subject does.</summary>
    public static string IdOf(CisFinding finding) => IdPrefix + finding.FindingId;

    /// <summary>The finding in the format.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="existing">What the hub has of it, whose first times are kept; null for nothing.</param>
    public static AsffFinding Of(CisFinding finding, AsffFinding? existing = null)
    {
        var partition = HubArn.PartitionOf(finding);
        var severity = SeverityOf(finding);
        var observed = AsffTime.Of(finding.ObservedAt);
        return new AsffFinding
        {
            SchemaVersion = SchemaVersion,
            Id = IdOf(finding),
            ProductArn = HubArn.DefaultProduct(partition, finding.Region, finding.AccountId),
            ProductName = ProductName,
            GeneratorId = CisStandard.GeneratorOf(partition, finding.ControlId),
            AwsAccountId = finding.AccountId,
            Types = Types,
            FirstObservedAt = existing?.FirstObservedAt ?? FirstSeen(finding),
            LastObservedAt = observed,
            CreatedAt = existing?.CreatedAt ?? FirstSeen(finding),
            UpdatedAt = UpdatedAt(finding),
            Severity = severity,
            Title = AsffText.Cut($"{finding.ControlId} {finding.Title}", AsffLimits.Title),
            Description = AsffText.Cut(finding.Reason, AsffLimits.Description, finding.Title),
            Remediation = Remediation(finding),
            ProductFields = ProductFields(finding, partition),
            Resources = [Resource(finding, partition)],
            Compliance = Compliance(finding),
            Workflow = new AsffWorkflow { Status = finding.Verdict == FindingStatus.Passed ? AsffStatus.Resolved : AsffStatus.New },
            RecordState = IsGone(finding) ? AsffStatus.Archived : AsffStatus.Active,
            FindingProviderFields = new AsffProviderFields { Severity = severity with { Normalized = null }, Types = Types },
        };
    }

    // A store may have met it long before it was first published.
    private static string FirstSeen(CisFinding finding) =>
        AsffTime.Of(finding.FirstSeen is { } first && first < finding.ObservedAt ? first : finding.ObservedAt);

    // A store's word that a finding is resolved rests on a scan that had it no more; it is later than the evidence that it repeats, and earlier than any other.
    private static string UpdatedAt(CisFinding finding) =>
        AsffTime.Of(finding.ReasonCode == ReasonCode.Resolved && finding.ObservedAt < DateTimeOffset.MaxValue.AddSeconds(-1) ? finding.ObservedAt.AddMilliseconds(1) : finding.ObservedAt);

    private static bool IsGone(CisFinding finding) => finding.ReasonCode is RepairReasonCode.ResourceGone or ReasonCode.Resolved;

    // What did not fail is no danger, whatever the control's weight.
    private static AsffSeverity SeverityOf(CisFinding finding)
    {
        var (label, normalized) = finding.Verdict == FindingStatus.Failed ? Weight(finding.Severity) : ("INFORMATIONAL", 0);
        return new AsffSeverity { Label = label, Normalized = normalized, Original = finding.Severity };
    }

    private static (string Label, int Normalized) Weight(string severity) => (Severity)Enum.Parse(typeof(Severity), severity) switch
    {
        Severity.Critical => ("CRITICAL", 90),
        Severity.High => ("HIGH", 70),
        Severity.Medium => ("MEDIUM", 40),
        _ => ("LOW", 1),
    };

    private static AsffRemediation? Remediation(CisFinding finding) => string.IsNullOrWhiteSpace(finding.Guidance)
        ? null
        : new AsffRemediation { Recommendation = new AsffRecommendation { Text = AsffText.Cut(finding.Guidance, AsffLimits.Recommendation) } };

    private static Dictionary<string, string> ProductFields(CisFinding finding, string partition)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["StandardsGuideArn"] = CisStandard.Arn(partition),
            ["RuleId"] = finding.ControlId,
        };
        var rules = (finding.ConfigRule ?? string.Empty).Split([','], StringSplitOptions.RemoveEmptyEntries).Select(rule => rule.Trim()).Where(rule => rule.Length > 0);
        foreach (var (rule, number) in rules.Take(2).Select((rule, number) => (rule, number)))
        {
            fields[FormattableString.Invariant($"RelatedAWSResources:{number}/name")] = AsffText.Cut(rule, AsffLimits.FieldValue);
            fields[FormattableString.Invariant($"RelatedAWSResources:{number}/type")] = ConfigRuleType;
        }

        fields[ReasonField] = AsffText.Cut(finding.ReasonCode, AsffLimits.FieldValue, ReasonCode.NotStated);
        if (finding.Notes.Any(note => !string.IsNullOrWhiteSpace(note)))
        {
            fields[NotesField] = AsffText.Cut(string.Join("\n", finding.Notes), AsffLimits.FieldValue);
        }

        return fields;
    }

    private static AsffResource Resource(CisFinding finding, string partition) => new()
    {
        Type = AsffText.Cut(finding.ResourceType, AsffLimits.ResourceType, "Other"),
        Id = finding.ResourceId,
        Partition = partition,
        Region = finding.Region,
        Details = AsffFacts.Of(finding.Evidence) is { } facts ? new AsffResourceDetails { Other = facts } : null,
    };

    private static AsffCompliance Compliance(CisFinding finding) => new()
    {
        Status = AsffStatus.Of(finding.Verdict),
        RelatedRequirements = [AsffText.Cut($"{BenchmarkCatalogue.Current.Benchmark} v{BenchmarkCatalogue.Current.Version}/{finding.ControlId}", LongestRequirement)],
        StatusReasons =
        [
            new AsffStatusReason
            {
                ReasonCode = AsffReason.Of(string.IsNullOrWhiteSpace(finding.ReasonCode) ? ReasonCode.NotStated : finding.ReasonCode),
                Description = AsffText.Cut(finding.Reason, AsffLimits.ReasonDescription, finding.Title),
            },
        ],
    };
}
