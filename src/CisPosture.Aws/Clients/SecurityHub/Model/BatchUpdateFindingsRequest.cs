using Amazon.Runtime;

namespace Amazon.SecurityHub.Model;

internal sealed class BatchUpdateFindingsRequest : AmazonWebServiceRequest
{
    public List<AwsSecurityFindingIdentifier>? FindingIdentifiers { get; set; }

    public NoteUpdate? Note { get; set; }

    public WorkflowUpdate? Workflow { get; set; }
}
