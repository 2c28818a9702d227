using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class ListPolicyVersionsResponse : AmazonWebServiceResponse
{
    public List<PolicyVersion>? Versions { get; set; }

    public bool? IsTruncated { get; set; }

    public string? Marker { get; set; }
}
