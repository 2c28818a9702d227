using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class RemoveUserFromGroupRequest : AmazonWebServiceRequest
{
    public string? GroupName { get; set; }

    public string? UserName { get; set; }
}
