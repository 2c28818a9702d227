namespace CisPosture.SessionHost;

/// <summary>What one line did.</summary>
/// <param name="Findings">The findings that it wrote, as JSON without the time of reading.</param>
/// <param name="Output">Everything else that it wrote, as text.</param>
/// <param name="Errors">Its errors: id, then message. A terminating one is the last.</param>
/// <param name="Verbose">Its verbose messages.</param>
/// <param name="Assemblies">What is loaded after it, of the libraries that could get in one another's way.</param>
internal sealed record Answer(
    IReadOnlyList<string> Findings,
    IReadOnlyList<string> Output,
    IReadOnlyList<string> Errors,
    IReadOnlyList<string> Verbose,
    IReadOnlyList<LoadedAssembly> Assemblies);
