using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class ListEntitiesForPolicyResponse : AmazonWebServiceResponse
{
    public List<PolicyGroup>? PolicyGroups { get; set; }

    public List<PolicyUser>? PolicyUsers { get; set; }

    public List<PolicyRole>? PolicyRoles { get; set; }

    public bool? IsTruncated { get; set; }

    public string? Marker { get; set; }
}
