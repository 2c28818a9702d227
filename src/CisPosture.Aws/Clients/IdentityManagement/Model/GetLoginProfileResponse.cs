using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class GetLoginProfileResponse : AmazonWebServiceResponse
{
    public LoginProfile? LoginProfile { get; set; }
}
