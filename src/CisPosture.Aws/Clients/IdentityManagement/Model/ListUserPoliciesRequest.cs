using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class ListUserPoliciesRequest : AmazonWebServiceRequest
{
    public string? UserName { get; set; }

    public string? Marker { get; set; }

    public int? MaxItems { get; set; }
}
