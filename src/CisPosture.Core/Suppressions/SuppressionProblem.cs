namespace CisPosture.Suppressions;

/// <summary>Something in a file of rules that a person should look at.</summary>
/// <param name="Line">The line, counted from one.</param>
/// <param name="Message">One or two sentences that name the file, the line and the way out.</param>
internal sealed record SuppressionProblem(int Line, string Message);
