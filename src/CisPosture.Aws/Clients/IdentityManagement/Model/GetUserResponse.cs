using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class GetUserResponse : AmazonWebServiceResponse
{
    public User? User { get; set; }
}
