using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Filters;

/// <summary>Counts what was asked for, granted or not.</summary>
internal sealed class CountFilter(RequestCounts counts) : IRequestFilter
{
    public ValueTask ApplyAsync(ApiCall call, CancellationToken cancellationToken)
    {
        counts.Add($"{call.Service.Name}:{call.Operation}", call.Region);
        return ValueTask.CompletedTask;
    }
}
