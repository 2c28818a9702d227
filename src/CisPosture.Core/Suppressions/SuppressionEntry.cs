namespace CisPosture.Suppressions;

/// <summary>A rule as it stands in a file, before anybody asked whether it makes sense. Every file format is read into these.</summary>
/// <param name="Line">The line on which it begins, counted from one.</param>
/// <param name="Fields">Its entries in their order; null where something else than a table stands there.</param>
internal sealed record SuppressionEntry(int Line, IReadOnlyList<SuppressionField>? Fields);
