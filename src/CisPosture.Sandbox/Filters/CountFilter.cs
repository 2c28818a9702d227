using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Filters;

/// <summary>Counts what was asked for, granted or not.</summary>
internal sealed class CountFilter(RequestCounts counts) : IRequestFilter
{
    public ValueTask ApplyAsync(ApiCall call, CancellationToken cancellationToken)
    {
        var isWrite = call.Service.Operations.TryGetValue(call.Operation, out var operation) && operation.IsWrite;
        counts.Add($"{call.Service.Name}:{call.Operation}", call.Region, isWrite);
        return ValueTask.CompletedTask;
    }
}
