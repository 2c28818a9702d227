namespace CisPosture.Help.Pages;

/// <summary>A parameter set.</summary>
/// <param name="Name">Its name; null where the cmdlet has no sets.</param>
/// <param name="Parameters">The names of its parameters, in the order in which they are shown.</param>
internal sealed record HelpSyntax(string? Name, IReadOnlyList<string> Parameters);
