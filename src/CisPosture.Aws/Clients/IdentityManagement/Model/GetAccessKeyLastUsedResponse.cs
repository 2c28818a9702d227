using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class GetAccessKeyLastUsedResponse : AmazonWebServiceResponse
{
    public AccessKeyLastUsed? AccessKeyLastUsed { get; set; }

    public string? UserName { get; set; }
}
