namespace CisPosture.Core.Tests.FilterPatterns;

/// <summary>
/// How events are read where CloudWatch Logs documents too little. What Core claims of two patterns must hold under every reading.
/// </summary>
public sealed record EventSemantics(bool AbsentFieldsDiffer, bool InnerAsterisksAreWildcards, bool TypesAreMixed)
{
    private static readonly bool[] Both = [false, true];

    public static IReadOnlyList<EventSemantics> All { get; } =
        [.. Both.SelectMany(absent => Both.SelectMany(inner => Both.Select(mixed => new EventSemantics(absent, inner, mixed))))];
}
