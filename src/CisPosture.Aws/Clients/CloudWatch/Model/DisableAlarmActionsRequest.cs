using Amazon.Runtime;

namespace Amazon.CloudWatch.Model;

internal sealed class DisableAlarmActionsRequest : AmazonWebServiceRequest
{
    public List<string>? AlarmNames { get; set; }
}
