using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class GetServiceLinkedRoleDeletionStatusResponse : AmazonWebServiceResponse
{
    public string? Status { get; set; }

    public DeletionTaskFailureReasonType? Reason { get; set; }
}
