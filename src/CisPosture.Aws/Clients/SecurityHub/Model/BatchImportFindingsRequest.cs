using Amazon.Runtime;

namespace Amazon.SecurityHub.Model;

internal sealed class BatchImportFindingsRequest : AmazonWebServiceRequest
{
    public List<AwsSecurityFinding>? Findings { get; set; }
}
