using System.Text.Json;
using CisPosture.Findings;

namespace CisPosture.Store;

/// <summary>What a finding says beside what the columns of a store say, in the one form of findings as JSON.</summary>
internal static class FindingContent
{
    private static readonly JsonSerializerOptions Format = FindingFormat.Without(
    [
        nameof(CisFinding.FindingId),
        nameof(CisFinding.ControlId),
        nameof(CisFinding.Title),
        nameof(CisFinding.Severity),
        nameof(CisFinding.Status),
        nameof(CisFinding.AccountId),
        nameof(CisFinding.Region),
        nameof(CisFinding.ResourceType),
        nameof(CisFinding.ResourceId),
        nameof(CisFinding.ConfigRule),
        nameof(CisFinding.Guidance),
        nameof(CisFinding.ObservedAt),
        nameof(CisFinding.FirstSeen),
        nameof(CisFinding.LastSeen),
        nameof(CisFinding.ChangeKind),
    ]);

    public static string Write(CisFinding finding) => JsonSerializer.Serialize(finding, Format);

    /// <summary>A finding whose other members are still to be set.</summary>
    public static CisFinding Read(string content) => JsonSerializer.Deserialize<CisFinding>(content, Format)!;
}
