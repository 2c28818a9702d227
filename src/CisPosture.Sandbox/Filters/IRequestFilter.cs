using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Filters;

/// <summary>A station that every request passes before its operation; it lets the request on or throws the <see cref="ApiException"/> to answer with.</summary>
internal interface IRequestFilter
{
    ValueTask ApplyAsync(ApiCall call, CancellationToken cancellationToken);
}
