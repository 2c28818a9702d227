using System.Management.Automation;

namespace CisPosture.Tests.Engine;

/// <summary>What a script wrote.</summary>
internal sealed record ModuleRun(IReadOnlyList<PSObject> Output, IReadOnlyList<ErrorRecord> Errors, IReadOnlyList<string> Verbose, IReadOnlyList<ProgressRecord> Progress, ErrorRecord? Failure)
{
    /// <summary>The findings among the output.</summary>
    public IReadOnlyList<CisFinding> Findings => [.. Output.Select(item => item.BaseObject).OfType<CisFinding>()];

    public static ModuleRun Of(PowerShell shell, IEnumerable<PSObject> output, ErrorRecord? failure) => new(
        [.. output],
        [.. shell.Streams.Error],
        [.. shell.Streams.Verbose.Select(record => record.Message)],
        [.. shell.Streams.Progress],
        failure);
}
