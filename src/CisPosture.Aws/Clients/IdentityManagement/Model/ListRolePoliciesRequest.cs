using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class ListRolePoliciesRequest : AmazonWebServiceRequest
{
    public string? RoleName { get; set; }

    public string? Marker { get; set; }

    public int? MaxItems { get; set; }
}
