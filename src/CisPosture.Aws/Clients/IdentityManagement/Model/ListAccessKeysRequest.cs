using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class ListAccessKeysRequest : AmazonWebServiceRequest
{
    public string? UserName { get; set; }

    public string? Marker { get; set; }

    public int? MaxItems { get; set; }
}
