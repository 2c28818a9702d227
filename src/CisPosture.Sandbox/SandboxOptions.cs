using CisPosture.Sandbox.PushBack;

namespace CisPosture.Sandbox;

/// <summary>What kind of account the sandbox plays and how it behaves.</summary>
public sealed record SandboxOptions
{
    /// <summary>neglected, exemplary, enterprise, or the path of a .json file.</summary>
    public string Account { get; init; } = "neglected";

    /// <summary>How many accounts the organization of the account has beside it, each made from the same account; 0 is no organization.</summary>
    public int Members { get; init; }

    /// <summary>The external id that the Audit roles of the members ask for.</summary>
    public string ExternalId { get; init; } = "sandbox-audit";

    /// <summary>The port on 127.0.0.1; 0 lets the system choose.</summary>
    public int Port { get; init; }

    /// <summary>How long every answer is held back.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>IAM actions that are refused, such as iam:GetCredentialReport or s3:*.</summary>
    public IReadOnlyList<string> Deny { get; init; } = [];

    /// <summary>An IAM policy document: only what it allows is allowed; null allows everything that is not denied.</summary>
    public string? AllowOnly { get; init; }

    /// <summary>How fast services may be asked; of several rules for a service the first counts.</summary>
    public IReadOnlyList<ThrottleRule> Throttle { get; init; } = [];

    /// <summary>Regions that the account has not enabled, whatever its file says.</summary>
    public IReadOnlyList<string> RegionsOff { get; init; } = [];

    /// <summary>Enabled Regions that a service control policy denies.</summary>
    public IReadOnlyList<string> RegionsDenied { get; init; } = [];

    /// <summary>Enabled Regions to which every connection is cut.</summary>
    public IReadOnlyList<string> RegionsUnreachable { get; init; } = [];

    /// <summary>The share of all requests, from 0 to 1, whose connection is cut.</summary>
    public double CutShare { get; init; }

    /// <summary>The most items a page has; null pages as AWS does.</summary>
    public int? PageSize { get; init; }

    /// <summary>How long new roles stay unknown to other services.</summary>
    public RolePropagation RolePropagation { get; init; } = RolePropagation.None;

    /// <summary>How long a recorder that was switched on is pending.</summary>
    public RecorderStartup RecorderStartup { get; init; } = new();

    /// <summary>How large the enterprise account is.</summary>
    public EnterpriseSize Enterprise { get; init; } = new();

    /// <summary>The clock. Clients sign with real time, so only tests that sign for themselves change it.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Where defects of the sandbox itself are told as they happen; null only records them.</summary>
    internal TextWriter? FaultLog { get; init; }
}
