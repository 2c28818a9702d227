using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class GenerateCredentialReportResponse : AmazonWebServiceResponse
{
    public string? State { get; set; }

    public string? Description { get; set; }
}
