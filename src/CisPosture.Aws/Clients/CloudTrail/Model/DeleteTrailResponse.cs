using Amazon.Runtime;

namespace Amazon.CloudTrail.Model;

internal sealed class DeleteTrailResponse : AmazonWebServiceResponse;
