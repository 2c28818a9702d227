using CisPosture.Sandbox.State.Logs;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Logs;

/// <summary>Finds the log group that a request names, or refuses as CloudWatch Logs does.</summary>
internal static class LogGroupLookup
{
    public static LogGroup Find(ApiCall call)
    {
        var name = LogsName.OfGroup(call.Input);
        return call.RegionState.LogGroups.Find(group => group.Name == name) ?? throw LogsErrors.NoSuchGroup();
    }

    /// <summary>Tags are asked for by the ARN without an asterisk at its end.</summary>
    public static LogGroup FindByArn(ApiCall call)
    {
        var arn = call.Input.Required("resourceArn");
        return call.RegionState.LogGroups.Find(group => Arn(call, group) == arn) ?? throw new ApiException("ResourceNotFoundException", "The specified resource does not exist.");
    }

    public static string Arn(ApiCall call, LogGroup group) => call.Account.Arn("logs", call.Region, $"log-group:{group.Name}");
}
