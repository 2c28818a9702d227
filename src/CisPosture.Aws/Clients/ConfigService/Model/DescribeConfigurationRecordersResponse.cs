using Amazon.Runtime;

namespace Amazon.ConfigService.Model;

internal sealed class DescribeConfigurationRecordersResponse : AmazonWebServiceResponse
{
    public List<ConfigurationRecorder>? ConfigurationRecorders { get; set; }
}
