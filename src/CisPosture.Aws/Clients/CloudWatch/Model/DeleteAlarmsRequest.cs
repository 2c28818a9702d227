using Amazon.Runtime;

namespace Amazon.CloudWatch.Model;

internal sealed class DeleteAlarmsRequest : AmazonWebServiceRequest
{
    public List<string>? AlarmNames { get; set; }
}
