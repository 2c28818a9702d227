using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class DeleteGroupRequest : AmazonWebServiceRequest
{
    public string? GroupName { get; set; }
}
