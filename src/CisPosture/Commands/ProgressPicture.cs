namespace CisPosture.Commands;

/// <summary>What progress bars are to show.</summary>
/// <param name="Status">How far the whole is.</param>
/// <param name="Percent">The same as a number; null while it is unknown.</param>
/// <param name="Parts">What is under way within it, in the order in which it is to be shown where there is room.</param>
internal sealed record ProgressPicture(string Status, int? Percent, IReadOnlyList<ProgressPart> Parts);
