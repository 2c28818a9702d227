using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CisPosture.Snapshots;

namespace CisPosture.Findings;

/// <summary>The one form of findings as JSON, in files and in the store. Members may be added within a version; anything else takes a new one.</summary>
internal static class FindingFormat
{
    public const string Schema = "cisposture-findings";

    public const int Version = 1;

    /// <summary>On one line. Names of members are read in any case, because ConvertTo-Json writes them as PowerShell shows them.</summary>
    public static readonly JsonSerializerOptions Compact = Create();

    /// <summary>The same without given members of the finding, for a place that keeps those in another way.</summary>
    /// <param name="names">The members' names in C#.</param>
    /// <returns>Options under which these are neither written nor asked for.</returns>
    public static JsonSerializerOptions Without(IReadOnlyCollection<string> names)
    {
        var written = new HashSet<string>(names.Select(JsonNamingPolicy.CamelCase.ConvertName), StringComparer.Ordinal);
        return Create(type => Remove(type, written));
    }

    private static JsonSerializerOptions Create(params Action<JsonTypeInfo>[] modifiers)
    {
        var resolver = new DefaultJsonTypeInfoResolver { Modifiers = { NullRefusal.AddTo } };
        foreach (var modifier in modifiers)
        {
            resolver.Modifiers.Add(modifier);
        }

        return new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            PropertyNameCaseInsensitive = true,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            // Never put into a web page as it is; ARNs and sentences stay readable.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new FactsJsonConverter() },
            TypeInfoResolver = resolver,
        };
    }

    private static void Remove(JsonTypeInfo type, HashSet<string> names)
    {
        if (type.Type != typeof(CisFinding))
        {
            return;
        }

        for (var index = type.Properties.Count - 1; index >= 0; index--)
        {
            if (names.Contains(type.Properties[index].Name))
            {
                type.Properties.RemoveAt(index);
            }
        }
    }
}
