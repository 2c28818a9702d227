using System.Text.Json.Serialization;

namespace CisPosture.Sandbox.State.Iam;

/// <summary>The credential report: absent, being made, or made at a time that may lie back.</summary>
public sealed class CredentialReportState
{
    /// <summary>When the present report was made; null where there is none.</summary>
    public DateTimeOffset? GeneratedTime { get; set; }

    /// <summary>How many times GenerateCredentialReport is answered STARTED or INPROGRESS before it is COMPLETE.</summary>
    public int CallsUntilComplete { get; init; } = 1;

    /// <summary>How often it was asked for since the report in the making was begun; null where none is.</summary>
    [JsonIgnore]
    public int? CallsSinceStart { get; set; }

    /// <summary>The present report as CSV; null until it was made or first read.</summary>
    [JsonIgnore]
    public string? Content { get; set; }
}
