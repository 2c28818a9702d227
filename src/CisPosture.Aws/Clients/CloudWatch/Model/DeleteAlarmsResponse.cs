using Amazon.Runtime;

namespace Amazon.CloudWatch.Model;

internal sealed class DeleteAlarmsResponse : AmazonWebServiceResponse;
