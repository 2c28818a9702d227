using System.IO.Enumeration;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Filters;

/// <summary>Refuses the IAM actions that the sandbox was told to deny; patterns may hold * and ?.</summary>
internal sealed class AuthorizationFilter(IReadOnlyList<string> denied) : IRequestFilter
{
    public ValueTask ApplyAsync(ApiCall call, CancellationToken cancellationToken)
    {
        var operation = call.Service.Operations[call.Operation];
        if (operation.Action is not { } action || !denied.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, action, ignoreCase: true))) return ValueTask.CompletedTask;
        var message = $"User: {call.Caller!.Arn} is not authorized to perform: {action} on resource: {operation.Resource(call)} because no identity-based policy allows the {action} action";
        throw call.Errors.AccessDenied(message);
    }
}
