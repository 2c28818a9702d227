using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class GetUserRequest : AmazonWebServiceRequest
{
    public string? UserName { get; set; }
}
