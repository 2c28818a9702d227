using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CisPosture.SecurityHub;

/// <summary>The AWS Security Finding Format as JSON.</summary>
internal static class AsffFormat
{
    public static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>How many bytes a finding takes.</summary>
    public static int SizeOf(AsffFinding finding) => JsonSerializer.SerializeToUtf8Bytes(finding, Options).Length;
}
