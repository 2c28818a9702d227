using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class GetServiceLinkedRoleDeletionStatusRequest : AmazonWebServiceRequest
{
    public string? DeletionTaskId { get; set; }
}
