namespace CisPosture.Tests.Isolation;

/// <summary>An assembly that was loaded in a session's process.</summary>
internal sealed record SessionAssembly(string Name, string Version, string? FileVersion, string Location, string? Context);
