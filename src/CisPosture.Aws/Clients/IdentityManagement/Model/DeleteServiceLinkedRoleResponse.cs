using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class DeleteServiceLinkedRoleResponse : AmazonWebServiceResponse
{
    public string? DeletionTaskId { get; set; }
}
