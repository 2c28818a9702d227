using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class GetCredentialReportResponse : AmazonWebServiceResponse
{
    public MemoryStream? Content { get; set; }

    public DateTime? GeneratedTime { get; set; }

    public string? ReportFormat { get; set; }
}
