using CisPosture.Accounts;

namespace CisPosture.Aws.Repairs.Planners;

/// <summary>AWS Config in the Regions that are to be mended, and what they share.</summary>
internal sealed record LiveConfig
{
    /// <summary>By Region.</summary>
    public required IReadOnlyDictionary<string, Evidence<LiveRecorder>> Regions { get; init; }

    /// <summary>The role of the service's own.</summary>
    public SettingReading ServiceRole { get; init; } = SettingReading.Missing;

    /// <summary>The bucket that the user names; null where none is named.</summary>
    public Evidence<LiveConfigBucket>? Bucket { get; init; }
}
