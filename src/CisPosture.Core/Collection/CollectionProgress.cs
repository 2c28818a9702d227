namespace CisPosture.Collection;

/// <summary>How far a collection is.</summary>
/// <param name="Completed">How many tasks are done.</param>
/// <param name="Total">How many tasks are known so far; grows as listings tell of more.</param>
/// <param name="Activity">What was done last, such as "eu-west-1 SecurityGroups".</param>
public sealed record CollectionProgress(int Completed, int Total, string Activity);
