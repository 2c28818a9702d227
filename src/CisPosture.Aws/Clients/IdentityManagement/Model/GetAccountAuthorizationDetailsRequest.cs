using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class GetAccountAuthorizationDetailsRequest : AmazonWebServiceRequest
{
    public List<string>? Filter { get; set; }

    public string? Marker { get; set; }

    public int? MaxItems { get; set; }
}
