using Amazon.Runtime;

namespace Amazon.SecurityHub.Model;

internal sealed class BatchUpdateFindingsResponse : AmazonWebServiceResponse
{
    public List<AwsSecurityFindingIdentifier>? ProcessedFindings { get; set; }

    public List<BatchUpdateFindingsUnprocessedFinding>? UnprocessedFindings { get; set; }
}
