using System.Text.Json.Serialization;

namespace CisPosture.Sandbox.State.Config;

/// <summary>An AWS Config recorder with its status.</summary>
public sealed class ConfigurationRecorder
{
    /// <summary>The name.</summary>
    public string Name { get; init; } = "default";

    /// <summary>The role that it reads with; null for the service's own.</summary>
    public string? RoleArn { get; set; }

    /// <summary>Whether all supported types are recorded.</summary>
    public bool AllSupported { get; set; } = true;

    /// <summary>Whether global types are recorded.</summary>
    public bool IncludeGlobalResourceTypes { get; set; }

    /// <summary>The types that are recorded, where not all are.</summary>
    public List<string> ResourceTypes { get; set; } = [];

    /// <summary>The types that are left out.</summary>
    public List<string> ExcludedResourceTypes { get; set; } = [];

    /// <summary>CONTINUOUS or DAILY.</summary>
    public string RecordingFrequency { get; set; } = "CONTINUOUS";

    /// <summary>Types that are recorded at another frequency.</summary>
    public List<RecordingOverride> RecordingOverrides { get; set; } = [];

    /// <summary>The AWS service that owns it; null for a customer's.</summary>
    public string? ServicePrincipal { get; set; }

    /// <summary>Tags.</summary>
    public Dictionary<string, string> Tags { get; init; } = [];

    /// <summary>Whether it is switched on.</summary>
    public bool IsRecording { get; set; }

    /// <summary>PENDING, SUCCESS or FAILURE; null where it never ran.</summary>
    public string? LastStatus { get; set; }

    /// <summary>The last error's code.</summary>
    public string? LastErrorCode { get; set; }

    /// <summary>When it was last switched on.</summary>
    public DateTimeOffset? LastStartTime { get; set; }

    /// <summary>What happened since a request switched it on, which is told in the place of the rest; null where none did.</summary>
    [JsonIgnore]
    internal RecorderRun? Run { get; set; }
}
