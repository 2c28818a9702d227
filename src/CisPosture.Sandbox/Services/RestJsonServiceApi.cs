using System.Text.Json.Nodes;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services;

/// <summary>A service that is spoken to by method and path and answers in JSON.</summary>
internal abstract class RestJsonServiceApi : ServiceApi
{
    /// <summary>Null where the request is not for this service.</summary>
    public abstract RestRoute? Route(AwsRequest request);

    /// <summary>The parameters of a request that is for this service.</summary>
    public virtual JsonObject Input(AwsRequest request) => Route(request)!.Input;

    /// <summary>The members of an error.</summary>
    public virtual Structure ErrorBody(ApiException error) => new() { ["message"] = error.Message };
}
