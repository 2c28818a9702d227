using Amazon.Runtime;

namespace Amazon.CloudTrail.Model;

internal sealed class PutEventSelectorsResponse : AmazonWebServiceResponse
{
    public string? TrailARN { get; set; }

    public List<EventSelector>? EventSelectors { get; set; }

    public List<AdvancedEventSelector>? AdvancedEventSelectors { get; set; }
}
