using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class CreateGroupRequest : AmazonWebServiceRequest
{
    public string? Path { get; set; }

    public string? GroupName { get; set; }
}
