using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class CreateAccessKeyResponse : AmazonWebServiceResponse
{
    public AccessKey? AccessKey { get; set; }
}
