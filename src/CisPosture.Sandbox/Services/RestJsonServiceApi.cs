using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services;

/// <summary>A service that is spoken to by method and path and answers in JSON.</summary>
internal abstract class RestJsonServiceApi : ServiceApi
{
    /// <summary>Null where the request is not for this service.</summary>
    public abstract RestRoute? Route(AwsRequest request);
}
