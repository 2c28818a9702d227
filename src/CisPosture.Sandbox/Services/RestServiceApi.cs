using System.Xml.Linq;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services;

/// <summary>A service that is spoken to by method and path and answers in XML: S3 and S3 Control.</summary>
internal abstract class RestServiceApi : ServiceApi
{
    /// <summary>Null where the request is not for this service.</summary>
    public abstract RestRoute? Route(AwsRequest request);

    /// <summary>The error as the service's own document.</summary>
    public abstract XElement ErrorDocument(string requestId, ApiException error);
}
