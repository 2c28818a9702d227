namespace CisPosture.Help.Cmdlets;

/// <summary>What PowerShell knows of a cmdlet without its help.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Syntaxes">Its parameter sets, the default one first.</param>
/// <param name="Parameters">Its own parameters by name, and those of asking last.</param>
/// <param name="Inputs">The full names of the types that it takes from the pipeline.</param>
/// <param name="Outputs">The full names of the types that it says it emits.</param>
internal sealed record CmdletDescription(
    string Name, IReadOnlyList<SyntaxDescription> Syntaxes, IReadOnlyList<ParameterDescription> Parameters, IReadOnlyList<string> Inputs, IReadOnlyList<string> Outputs);
