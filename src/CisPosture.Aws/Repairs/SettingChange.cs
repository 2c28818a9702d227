using Amazon.Runtime;
using CisPosture.Aws.Calls;
using CisPosture.Aws.Connection;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs;

/// <summary>The one call that brings a setting from a state to another.</summary>
internal sealed record SettingChange
{
    private SettingChange(ApiOperation operation, RepairState parameters, Func<AwsClients, CancellationToken, Task<AmazonWebServiceResponse>> send) =>
        (Operation, Parameters, SendAsync) = (operation, parameters, send);

    public ApiOperation Operation { get; }

    /// <summary>What is sent, by the API's own names.</summary>
    public RepairState Parameters { get; }

    public Func<AwsClients, CancellationToken, Task<AmazonWebServiceResponse>> SendAsync { get; }

    /// <summary>Error codes that AWS answers with for a while after something that the call stands on was made, such as a role.</summary>
    public IReadOnlyList<string> PropagationErrors { get; init; } = [];

    public RepairCall Call => new(Operation.Id, Parameters);

    /// <summary>Makes the change that a request asks for. What is shown and journaled is the request itself.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="request">The request.</param>
    /// <param name="send">Sends it. Failures that the API tells with a success are thrown as the AmazonServiceException that they are.</param>
    public static SettingChange Of<TRequest, TResponse>(
        ApiOperation operation, TRequest request, Func<AwsClients, TRequest, CancellationToken, Task<TResponse>> send)
        where TRequest : AmazonWebServiceRequest
        where TResponse : AmazonWebServiceResponse =>
        new(operation, RequestParameters.Of(request), async (clients, cancellation) => await send(clients, request, cancellation).ConfigureAwait(false));
}
