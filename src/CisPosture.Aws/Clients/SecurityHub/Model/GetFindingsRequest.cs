using Amazon.Runtime;

namespace Amazon.SecurityHub.Model;

internal sealed class GetFindingsRequest : AmazonWebServiceRequest
{
    public AwsSecurityFindingFilters? Filters { get; set; }

    public List<SortCriterion>? SortCriteria { get; set; }

    public string? NextToken { get; set; }

    public int? MaxResults { get; set; }
}
