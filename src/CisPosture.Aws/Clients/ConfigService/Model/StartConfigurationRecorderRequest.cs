using Amazon.Runtime;

namespace Amazon.ConfigService.Model;

internal sealed class StartConfigurationRecorderRequest : AmazonWebServiceRequest
{
    public string? ConfigurationRecorderName { get; set; }
}
