using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Logs;

/// <summary>How CloudWatch Logs refuses.</summary>
internal static class LogsErrors
{
    public static ApiException Invalid(string message) => new("InvalidParameterException", message);

    public static ApiException NoSuchGroup() => new("ResourceNotFoundException", "The specified log group does not exist.");
}
