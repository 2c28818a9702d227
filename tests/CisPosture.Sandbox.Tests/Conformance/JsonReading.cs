using System.Globalization;
using System.Text.Json.Nodes;

namespace CisPosture.Sandbox.Tests.Conformance;

/// <summary>Short ways to what the CLI printed.</summary>
internal static class JsonReading
{
    /// <summary>The member of each item of a list, missing ones as null.</summary>
    public static IReadOnlyList<string?> Each(this JsonNode? list, string member) => list!.AsArray().Select(item => item![member]?.ToString()).ToArray();

    public static string? Text(this JsonNode node, string member) => node[member]?.ToString();

    public static DateTimeOffset? Time(this JsonNode? node) => node is null ? null : DateTimeOffset.Parse(node.ToString(), CultureInfo.InvariantCulture);
}
