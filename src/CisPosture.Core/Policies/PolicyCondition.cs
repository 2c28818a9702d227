namespace CisPosture.Policies;

/// <summary>A condition of a statement: an operator over one context key.</summary>
internal sealed record PolicyCondition(string Operator, string Key, IReadOnlyList<string> Values);
