using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Filters;

/// <summary>Refuses operations that the service does not have.</summary>
internal sealed class OperationFilter : IRequestFilter
{
    public ValueTask ApplyAsync(ApiCall call, CancellationToken cancellationToken) =>
        call.Service.Operations.ContainsKey(call.Operation)
            ? ValueTask.CompletedTask
            : throw call.Errors.UnknownOperation(call.Operation, call.Service.QueryVersion);
}
