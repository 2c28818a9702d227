using System.IO.Enumeration;
using CisPosture.Sandbox.PushBack;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Filters;

/// <summary>
/// Refuses IAM actions: those that the sandbox was told to deny, those in Regions that a service control policy denies, and those that
/// the caller's policy does not allow.
/// </summary>
internal sealed class AuthorizationFilter(IReadOnlyList<string> denied, IReadOnlyCollection<string> deniedRegions, ActionPolicy? policy) : IRequestFilter
{
    public ValueTask ApplyAsync(ApiCall call, CancellationToken cancellationToken)
    {
        var operation = call.Service.Operations[call.Operation];
        if (operation.Action is not { } action) return ValueTask.CompletedTask;
        Check(call, action, () => operation.Resource(call));
        foreach (var also in operation.Also(call)) Check(call, also.Action, () => also.Resource);
        return ValueTask.CompletedTask;
    }

    private void Check(ApiCall call, string action, Func<string> resource)
    {
        if (WhyNot(call, action) is not { } cause) return;
        throw call.Errors.AccessDenied($"User: {call.Caller!.Arn} is not authorized to perform: {action}{Resource(resource(), cause)} {cause}");
    }

    /// <summary>The end of the refusal's sentence; null where the action is allowed.</summary>
    private string? WhyNot(ApiCall call, string action)
    {
        if (!call.Service.IsGlobal && deniedRegions.Contains(call.Region)) return "with an explicit deny in a service control policy";
        if (policy?.Denies(action) is true) return "with an explicit deny in an identity-based policy";
        var isDenied = denied.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, action, ignoreCase: true));
        return isDenied || policy?.Allows(action) is false ? $"because no identity-based policy allows the {action} action" : null;
    }

    /// <summary>AWS leaves out the resource of an explicit deny where the action is about none in particular.</summary>
    private static string Resource(string resource, string cause) => resource == "*" && cause.StartsWith("with", StringComparison.Ordinal) ? "" : $" on resource: {resource}";
}
