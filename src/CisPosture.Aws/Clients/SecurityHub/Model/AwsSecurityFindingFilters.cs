namespace Amazon.SecurityHub.Model;

internal sealed class AwsSecurityFindingFilters
{
    public List<StringFilter>? AwsAccountId { get; set; }

    public List<StringFilter>? ComplianceAssociatedStandardsId { get; set; }

    public List<StringFilter>? ComplianceSecurityControlId { get; set; }

    public List<StringFilter>? ComplianceStatus { get; set; }

    public List<StringFilter>? GeneratorId { get; set; }

    public List<StringFilter>? Id { get; set; }

    public List<StringFilter>? ProductArn { get; set; }

    public List<StringFilter>? RecordState { get; set; }

    public List<StringFilter>? Region { get; set; }
}
