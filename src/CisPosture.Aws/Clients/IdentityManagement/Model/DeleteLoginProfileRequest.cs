using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class DeleteLoginProfileRequest : AmazonWebServiceRequest
{
    public string? UserName { get; set; }
}
