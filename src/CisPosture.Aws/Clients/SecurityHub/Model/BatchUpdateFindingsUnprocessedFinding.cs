namespace Amazon.SecurityHub.Model;

internal sealed class BatchUpdateFindingsUnprocessedFinding
{
    public string? ErrorCode { get; set; }

    public string? ErrorMessage { get; set; }

    public AwsSecurityFindingIdentifier? FindingIdentifier { get; set; }
}
