using System.Globalization;
using CisPosture.Sandbox.State.Logs;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Logs;

/// <summary>Reads the one metric that a filter writes, with what CloudWatch Logs checks of it.</summary>
internal static class MetricTransformationReader
{
    private const int MostDimensions = 3;

    public static MetricTransformation Read(ApiInput input)
    {
        var asked = input.Structures("metricTransformations");
        if (asked.Count != 1) throw LogsErrors.Invalid($"1 validation error detected: Value at 'metricTransformations' failed to satisfy constraint: Member must have length {(asked.Count == 0 ? "greater than or equal to" : "less than or equal to")} 1");
        var dimensions = asked[0].TextMap("dimensions");
        var defaultValue = asked[0].Number("defaultValue");
        if (dimensions.Count > 0 && defaultValue is not null) throw LogsErrors.Invalid("Invalid metric transformation: dimensions and default value are mutually exclusive properties.");
        return new MetricTransformation
        {
            MetricName = Name(asked[0], "metricName"),
            MetricNamespace = Name(asked[0], "metricNamespace"),
            MetricValue = Value(asked[0]),
            DefaultValue = defaultValue,
            Unit = asked[0].Text("unit"),
            Dimensions = Dimensions(dimensions),
        };
    }

    private static string Name(ApiInput transformation, string member)
    {
        var name = transformation.Required(member);
        return name.Length <= 255 && name.IndexOfAny([':', '*', '$']) < 0 ? name : throw LogsName.Broken($"metricTransformations.1.member.{member}", name, "[^:*$]*");
    }

    /// <summary>A number, or what a selector finds.</summary>
    private static string Value(ApiInput transformation)
    {
        var value = transformation.Required("metricValue");
        var isNumber = double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
        return isNumber || value.StartsWith('$') ? value : throw LogsErrors.Invalid("Invalid metric transformation: the metric value must be a number or refer to a field of the pattern.");
    }

    private static Dictionary<string, string> Dimensions(IReadOnlyDictionary<string, string> asked)
    {
        if (asked.Count > MostDimensions) throw LogsErrors.Invalid("Invalid metric transformation: at most 3 dimensions are allowed.");
        return asked.Values.All(value => value.StartsWith('$'))
            ? new(asked, StringComparer.Ordinal)
            : throw LogsErrors.Invalid("Invalid metric transformation: dimension values must refer to fields of the pattern.");
    }
}
