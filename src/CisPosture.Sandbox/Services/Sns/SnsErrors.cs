using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Sns;

/// <summary>SNS's sentence for whatever is wrong with a parameter.</summary>
internal static class SnsErrors
{
    public static ApiException Invalid(string parameter, string? reason = null) =>
        new("InvalidParameter", reason is null ? $"Invalid parameter: {parameter}" : $"Invalid parameter: {parameter} Reason: {reason}");
}
