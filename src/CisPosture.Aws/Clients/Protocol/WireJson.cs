using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace CisPosture.Aws.Clients.Protocol;

/// <summary>How AWS JSON 1.1 is read and written: names in either case, times as seconds, unset members left out.</summary>
internal static class WireJson
{
    public static readonly JsonSerializerOptions Options = new()
    {
        PropertyNameCaseInsensitive = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new EpochSecondsConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { KeepOwnMembers } },
    };

    // The SDK's base types have members of their own, which must be neither sent nor overwritten.
    private static void KeepOwnMembers(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
        {
            return;
        }

        var own = new HashSet<string>(WireProperties.Of(type.Type).Select(property => property.Name), StringComparer.Ordinal);
        for (var index = type.Properties.Count - 1; index >= 0; index--)
        {
            if (type.Properties[index].AttributeProvider is System.Reflection.MemberInfo member && !own.Contains(member.Name))
            {
                type.Properties.RemoveAt(index);
            }
        }
    }
}
