namespace CisPosture.Help.Cmdlets;

/// <summary>A parameter set.</summary>
/// <param name="Name">Its name; null where the cmdlet has no sets.</param>
/// <param name="IsDefault">Whether it is taken where the parameters do not tell.</param>
/// <param name="Items">Its parameters as they are written, in order: [[-Id] &lt;String[]&gt;].</param>
internal sealed record SyntaxDescription(string? Name, bool IsDefault, IReadOnlyList<string> Items);
