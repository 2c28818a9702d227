using Amazon.Runtime;

namespace Amazon.CloudTrail.Model;

internal sealed class AddTagsResponse : AmazonWebServiceResponse;
