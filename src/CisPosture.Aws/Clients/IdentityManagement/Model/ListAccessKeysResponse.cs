using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class ListAccessKeysResponse : AmazonWebServiceResponse
{
    public List<AccessKeyMetadata>? AccessKeyMetadata { get; set; }

    public bool? IsTruncated { get; set; }

    public string? Marker { get; set; }
}
