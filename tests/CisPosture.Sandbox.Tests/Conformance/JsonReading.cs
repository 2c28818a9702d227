using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CisPosture.Sandbox.Tests.Conformance;

/// <summary>Short ways to what the CLI printed.</summary>
internal static class JsonReading
{
    /// <summary>The member of each item of a list, missing ones as null.</summary>
    public static IReadOnlyList<string?> Each(this JsonNode? list, string member) => list!.AsArray().Select(item => item![member]?.ToString()).ToArray();

    public static string? Text(this JsonNode node, string member) => node[member]?.ToString();

    /// <summary>A moment, which the CLI prints as text or, as its first major version does, in seconds.</summary>
    public static DateTimeOffset? Time(this JsonNode? node) => node?.GetValueKind() switch
    {
        null => null,
        JsonValueKind.Number => DateTimeOffset.UnixEpoch.AddSeconds(node.GetValue<double>()),
        _ => DateTimeOffset.Parse(node.ToString(), CultureInfo.InvariantCulture),
    };
}
