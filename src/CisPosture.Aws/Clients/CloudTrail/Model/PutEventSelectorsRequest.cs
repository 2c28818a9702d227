using Amazon.Runtime;

namespace Amazon.CloudTrail.Model;

internal sealed class PutEventSelectorsRequest : AmazonWebServiceRequest
{
    public string? TrailName { get; set; }

    public List<EventSelector>? EventSelectors { get; set; }

    public List<AdvancedEventSelector>? AdvancedEventSelectors { get; set; }
}
