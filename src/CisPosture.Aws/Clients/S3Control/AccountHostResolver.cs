using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;

namespace Amazon.S3Control;

/// <summary>S3 Control's hosts begin with the account's number; a custom endpoint is one host for all accounts.</summary>
internal sealed class AccountHostResolver : BaseEndpointResolver
{
    protected override void ServiceSpecificHandler(IExecutionContext executionContext, EndpointParameters parameters)
    {
        if (string.IsNullOrEmpty(executionContext.RequestContext.ClientConfig.ServiceURL))
        {
            InjectHostPrefix(executionContext.RequestContext);
        }
    }
}
