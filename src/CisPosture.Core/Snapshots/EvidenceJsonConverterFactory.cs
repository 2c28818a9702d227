using System.Text.Json;
using System.Text.Json.Serialization;
using CisPosture.Accounts;

namespace CisPosture.Snapshots;

/// <summary>Makes the converter of each kind of evidence.</summary>
internal sealed class EvidenceJsonConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Evidence<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(EvidenceJsonConverter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;
}
