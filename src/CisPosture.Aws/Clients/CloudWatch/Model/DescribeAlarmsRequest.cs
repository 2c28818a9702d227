using Amazon.Runtime;

namespace Amazon.CloudWatch.Model;

internal sealed class DescribeAlarmsRequest : AmazonWebServiceRequest
{
    public List<string>? AlarmNames { get; set; }

    public string? AlarmNamePrefix { get; set; }

    public List<string>? AlarmTypes { get; set; }

    public string? NextToken { get; set; }

    public int? MaxRecords { get; set; }
}
