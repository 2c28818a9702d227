using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

internal sealed class DescribeMetricFiltersResponse : AmazonWebServiceResponse
{
    public List<MetricFilter>? MetricFilters { get; set; }

    public string? NextToken { get; set; }
}
