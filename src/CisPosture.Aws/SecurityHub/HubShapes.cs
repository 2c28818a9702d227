using Amazon.SecurityHub.Model;
using CisPosture.Aws.Collectors;
using CisPosture.SecurityHub;

namespace CisPosture.Aws.SecurityHub;

/// <summary>Findings and filters in the shapes of Security Hub's client.</summary>
internal static class HubShapes
{
    public static AwsSecurityFindingFilters Of(HubFilter filter, string region) => new()
    {
        Id = Texts([.. Equal(filter.Ids), .. Prefixed(filter.IdPrefix is { } prefix ? [prefix] : [])]),
        ProductArn = Texts(Equal(filter.ProductArn is { } product ? [product] : [])),
        GeneratorId = Texts([.. Equal(filter.GeneratorIds), .. Prefixed(filter.GeneratorPrefixes)]),
        ComplianceSecurityControlId = Texts(Equal(filter.SecurityControlIds)),
        ComplianceAssociatedStandardsId = Texts(Equal(filter.StandardsId is { } standard ? [standard] : [])),
        ComplianceStatus = Texts(Equal(filter.Statuses.Select(AsffStatus.Of))),
        AwsAccountId = Texts(Equal(filter.AccountIds)),
        RecordState = filter.IsActive ? Texts(Equal([AsffStatus.Active])) : null,

        // A Region into which the findings of others are gathered has theirs as well.
        Region = Texts(Equal([region])),
    };

    public static AwsSecurityFinding Of(AsffFinding finding) => new()
    {
        SchemaVersion = finding.SchemaVersion,
        Id = finding.Id,
        ProductArn = finding.ProductArn,
        ProductName = finding.ProductName,
        CompanyName = finding.CompanyName,
        GeneratorId = finding.GeneratorId,
        AwsAccountId = finding.AwsAccountId,
        Types = List(finding.Types),
        FirstObservedAt = finding.FirstObservedAt,
        LastObservedAt = finding.LastObservedAt,
        CreatedAt = finding.CreatedAt,
        UpdatedAt = finding.UpdatedAt,
        Severity = finding.Severity is { } severity ? new Amazon.SecurityHub.Model.Severity { Label = severity.Label, Normalized = severity.Normalized, Original = severity.Original } : null,
        Title = finding.Title,
        Description = finding.Description,
        Remediation = finding.Remediation?.Recommendation is { } advice ? new Remediation { Recommendation = new Recommendation { Text = advice.Text, Url = advice.Url } } : null,
        ProductFields = Table(finding.ProductFields),
        Resources = [.. finding.Resources.Select(Of)],
        Compliance = finding.Compliance is { } compliance ? Of(compliance) : null,
        Workflow = finding.Workflow is { } workflow ? new Workflow { Status = workflow.Status } : null,
        RecordState = finding.RecordState,
        FindingProviderFields = finding.FindingProviderFields is { } fields ? Of(fields) : null,
    };

    public static AsffFinding Read(AwsSecurityFinding finding) => new()
    {
        SchemaVersion = finding.SchemaVersion ?? string.Empty,
        Id = finding.Id ?? string.Empty,
        ProductArn = finding.ProductArn ?? string.Empty,
        ProductName = finding.ProductName,
        CompanyName = finding.CompanyName,
        Region = finding.Region,
        GeneratorId = finding.GeneratorId ?? string.Empty,
        AwsAccountId = finding.AwsAccountId ?? string.Empty,
        Types = finding.Types,
        FirstObservedAt = finding.FirstObservedAt,
        LastObservedAt = finding.LastObservedAt,
        CreatedAt = finding.CreatedAt ?? string.Empty,
        UpdatedAt = finding.UpdatedAt ?? string.Empty,
        Severity = finding.Severity is { } severity ? new AsffSeverity { Label = severity.Label, Normalized = severity.Normalized, Original = severity.Original } : null,
        Title = finding.Title ?? string.Empty,
        Description = finding.Description ?? string.Empty,
        Remediation = finding.Remediation?.Recommendation is { } advice ? new AsffRemediation { Recommendation = new AsffRecommendation { Text = advice.Text, Url = advice.Url } } : null,
        ProductFields = finding.ProductFields,
        Resources = [.. finding.Resources.OrEmpty().Select(Read)],
        Compliance = finding.Compliance is { } compliance ? Read(compliance) : null,
        Workflow = finding.Workflow is { } workflow ? new AsffWorkflow { Status = workflow.Status } : null,
        RecordState = finding.RecordState,
        Note = finding.Note is { } note ? new AsffNote { Text = note.Text, UpdatedBy = note.UpdatedBy, UpdatedAt = note.UpdatedAt } : null,
    };

    private static Resource Of(AsffResource resource) => new()
    {
        Type = resource.Type,
        Id = resource.Id,
        Partition = resource.Partition,
        Region = resource.Region,
        Details = resource.Details is { } details ? new ResourceDetails { Other = Table(details.Other) } : null,
    };

    private static AsffResource Read(Resource resource) => new()
    {
        Type = resource.Type ?? string.Empty,
        Id = resource.Id ?? string.Empty,
        Partition = resource.Partition,
        Region = resource.Region,
        Details = resource.Details?.Other is { } facts ? new AsffResourceDetails { Other = facts } : null,
    };

    private static Compliance Of(AsffCompliance compliance) => new()
    {
        Status = compliance.Status,
        RelatedRequirements = List(compliance.RelatedRequirements),
        StatusReasons = compliance.StatusReasons?.Select(reason => new StatusReason { ReasonCode = reason.ReasonCode, Description = reason.Description }).ToList(),
    };

    private static AsffCompliance Read(Compliance compliance) => new()
    {
        Status = compliance.Status,
        RelatedRequirements = compliance.RelatedRequirements,
        StatusReasons = compliance.StatusReasons?.ConvertAll(reason => new AsffStatusReason { ReasonCode = reason.ReasonCode ?? string.Empty, Description = reason.Description }),
        SecurityControlId = compliance.SecurityControlId,
        AssociatedStandards = compliance.AssociatedStandards?.ConvertAll(standard => new AsffStandard { StandardsId = standard.StandardsId }),
    };

    private static FindingProviderFields Of(AsffProviderFields fields) => new()
    {
        Severity = fields.Severity is { } severity ? new FindingProviderSeverity { Label = severity.Label, Original = severity.Original } : null,
        Types = List(fields.Types),
    };

    private static List<string>? List(IReadOnlyList<string>? texts) => texts?.ToList();

    private static Dictionary<string, string>? Table(IReadOnlyDictionary<string, string>? table) => table?.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);

    private static List<StringFilter>? Texts(IReadOnlyList<StringFilter> filters) => filters.Count > 0 ? [.. filters] : null;

    private static StringFilter[] Equal(IEnumerable<string> values) => [.. values.Select(value => new StringFilter { Comparison = "EQUALS", Value = value })];

    private static StringFilter[] Prefixed(IEnumerable<string> values) => [.. values.Select(value => new StringFilter { Comparison = "PREFIX", Value = value })];
}
