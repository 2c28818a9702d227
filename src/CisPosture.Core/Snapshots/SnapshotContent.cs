using System.Text.Json.Serialization;
using CisPosture.Accounts;

namespace CisPosture.Snapshots;

/// <summary>What a snapshot file holds: the evidence of one or more accounts, and what wrote it.</summary>
public sealed record SnapshotContent
{
    /// <summary>The version of the module that wrote the file.</summary>
    public required string ModuleVersion { get; init; }

    /// <summary>When the evidence was read; the earliest time where there are several accounts.</summary>
    public required DateTimeOffset ObservedAt { get; init; }

    /// <summary>The accounts, at least one.</summary>
    public required IReadOnlyList<AccountEvidence> Accounts { get; init; }

    // Both stand first in the file, so that a reader knows what it has before it reads on.
    [JsonInclude]
    [JsonPropertyOrder(-2)]
    internal string Schema { get; } = SnapshotFormat.Schema;

    [JsonInclude]
    [JsonPropertyOrder(-1)]
    internal int Version { get; } = SnapshotFormat.Version;

    /// <summary>The content of a snapshot that this version of the module writes.</summary>
    /// <param name="accounts">The evidence, at least of one account.</param>
    /// <returns>The content.</returns>
    public static SnapshotContent Of(params IReadOnlyList<AccountEvidence> accounts) => new()
    {
        ModuleVersion = typeof(SnapshotContent).Assembly.GetName().Version!.ToString(3),
        ObservedAt = accounts.Min(account => account.ObservedAt),
        Accounts = accounts,
    };
}
