namespace CisPosture.Suppressions;

/// <summary>One entry of a rule as it stands in a file.</summary>
/// <param name="Name">The name, in any case.</param>
/// <param name="Texts">The text, or several where a list stands there; null for anything that is neither.</param>
/// <param name="Line">The line, counted from one.</param>
internal sealed record SuppressionField(string Name, IReadOnlyList<string>? Texts, int Line);
