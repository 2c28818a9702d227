using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.CloudWatch;

/// <summary>How CloudWatch refuses what makes no alarm.</summary>
internal static class AlarmErrors
{
    public static ApiException Invalid(string message) => new("ValidationError", message);

    public static ApiException Combination(string message) => new("InvalidParameterCombination", message);
}
