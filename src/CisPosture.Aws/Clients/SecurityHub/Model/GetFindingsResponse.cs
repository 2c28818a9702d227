using Amazon.Runtime;

namespace Amazon.SecurityHub.Model;

internal sealed class GetFindingsResponse : AmazonWebServiceResponse
{
    public List<AwsSecurityFinding>? Findings { get; set; }

    public string? NextToken { get; set; }
}
