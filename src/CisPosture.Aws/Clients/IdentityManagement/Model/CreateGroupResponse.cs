using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class CreateGroupResponse : AmazonWebServiceResponse
{
    public Group? Group { get; set; }
}
