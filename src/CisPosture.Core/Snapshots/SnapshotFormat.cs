using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace CisPosture.Snapshots;

/// <summary>How evidence is written as JSON. Members may be added within a version; anything else takes a new one.</summary>
internal static class SnapshotFormat
{
    public const string Schema = "cisposture-snapshot";

    public const int Version = 1;

    /// <summary>On one line, for compressed files.</summary>
    public static readonly JsonSerializerOptions Compact = Create(isIndented: false);

    /// <summary>With line breaks, so that people can read the file and errors can name a line.</summary>
    public static readonly JsonSerializerOptions Indented = Create(isIndented: true);

    // By reflection rather than generated code, because generated code sets absent init-only members to null instead of leaving their
    // defaults, so that a file without a member added later would lose "not collected".
    private static JsonSerializerOptions Create(bool isIndented) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        // The file is never put into a web page as it is; patterns and policies stay readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = isIndented,
        Converters = { new EvidenceJsonConverterFactory() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NullRefusal.AddTo } },
    };
}
