using Amazon.Runtime;

namespace Amazon.ConfigService.Model;

internal sealed class StopConfigurationRecorderRequest : AmazonWebServiceRequest
{
    public string? ConfigurationRecorderName { get; set; }
}
