using Amazon.Runtime;

namespace Amazon.CloudTrail.Model;

internal sealed class GetEventSelectorsResponse : AmazonWebServiceResponse
{
    public string? TrailARN { get; set; }

    public List<EventSelector>? EventSelectors { get; set; }

    public List<AdvancedEventSelector>? AdvancedEventSelectors { get; set; }
}
