namespace CisPosture.Collection;

/// <summary>How far a collection is.</summary>
/// <param name="Completed">How many tasks are done.</param>
/// <param name="Total">How many tasks are known so far; grows as listings tell of more.</param>
/// <param name="UnderWay">The places where something is still being read, by name.</param>
public sealed record CollectionProgress(int Completed, int Total, IReadOnlyList<PlaceProgress> UnderWay);
