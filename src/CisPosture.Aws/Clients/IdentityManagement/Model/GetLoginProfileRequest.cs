using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class GetLoginProfileRequest : AmazonWebServiceRequest
{
    public string? UserName { get; set; }
}
