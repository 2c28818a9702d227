using Amazon.Runtime;

namespace Amazon.ConfigService.Model;

internal sealed class PutConfigurationRecorderRequest : AmazonWebServiceRequest
{
    public ConfigurationRecorder? ConfigurationRecorder { get; set; }

    public List<Tag>? Tags { get; set; }
}
