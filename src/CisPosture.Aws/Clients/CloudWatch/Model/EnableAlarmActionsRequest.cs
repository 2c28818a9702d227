using Amazon.Runtime;

namespace Amazon.CloudWatch.Model;

internal sealed class EnableAlarmActionsRequest : AmazonWebServiceRequest
{
    public List<string>? AlarmNames { get; set; }
}
