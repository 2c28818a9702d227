using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class ListPolicyTagsRequest : AmazonWebServiceRequest
{
    public string? PolicyArn { get; set; }

    public string? Marker { get; set; }

    public int? MaxItems { get; set; }
}
