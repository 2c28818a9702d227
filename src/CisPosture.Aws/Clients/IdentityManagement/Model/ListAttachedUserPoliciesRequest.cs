using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class ListAttachedUserPoliciesRequest : AmazonWebServiceRequest
{
    public string? UserName { get; set; }

    public string? PathPrefix { get; set; }

    public string? Marker { get; set; }

    public int? MaxItems { get; set; }
}
