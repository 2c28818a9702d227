namespace CisPosture.FilterPatterns;

/// <summary>Why and where a text does not follow the grammar.</summary>
/// <param name="IsTooDeep">True where it only has more brackets inside each other than are followed.</param>
/// <param name="Message">What is wrong, in plain words, with no full stop.</param>
/// <param name="Position">The offset in the text, from 0, at which reading stopped.</param>
internal sealed record FilterSyntaxError(bool IsTooDeep, string Message, int Position);
