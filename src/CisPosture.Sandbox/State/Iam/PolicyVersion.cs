using System.Globalization;
using System.Text.Json.Serialization;

namespace CisPosture.Sandbox.State.Iam;

/// <summary>A version of a managed policy.</summary>
public sealed class PolicyVersion
{
    /// <summary>v1, v2 …</summary>
    public string VersionId { get; init; } = "v1";

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreateDate { get; init; } = new(2019, 6, 1, 8, 0, 0, TimeSpan.Zero);

    /// <summary>The document.</summary>
    [JsonConverter(typeof(DocumentConverter))]
    public required string Document { get; init; }

    internal int Number => int.Parse(VersionId.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture);
}
