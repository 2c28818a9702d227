namespace CisPosture.Tests.Isolation;

/// <summary>What one line did in a session's process; the host's Answer says what is what.</summary>
internal sealed record SessionAnswer(
    IReadOnlyList<string> Findings,
    IReadOnlyList<string> Output,
    IReadOnlyList<string> Errors,
    IReadOnlyList<string> Verbose,
    IReadOnlyList<SessionAssembly> Assemblies);
