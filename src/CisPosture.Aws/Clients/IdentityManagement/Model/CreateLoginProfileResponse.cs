using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class CreateLoginProfileResponse : AmazonWebServiceResponse
{
    public LoginProfile? LoginProfile { get; set; }
}
