namespace CisPosture.Bench;

/// <summary>What an import took.</summary>
/// <param name="Wall">On the clock.</param>
/// <param name="Processor">On all processors, which on a busy machine tells more.</param>
internal sealed record ImportCost(TimeSpan Wall, TimeSpan Processor);
