using Amazon.Runtime;

namespace Amazon.ConfigService.Model;

internal sealed class DescribeConfigurationRecorderStatusResponse : AmazonWebServiceResponse
{
    public List<ConfigurationRecorderStatus>? ConfigurationRecordersStatus { get; set; }
}
