using Amazon.Runtime;

namespace Amazon.ConfigService.Model;

internal sealed class DeleteConfigurationRecorderRequest : AmazonWebServiceRequest
{
    public string? ConfigurationRecorderName { get; set; }
}
