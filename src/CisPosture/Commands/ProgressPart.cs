namespace CisPosture.Commands;

/// <summary>A part of the work that has a progress bar of its own.</summary>
/// <param name="Name">What it is about; a part keeps its bar as long as it is under way.</param>
/// <param name="Status">How far it is.</param>
/// <param name="Percent">The same as a number; null while it is unknown.</param>
internal sealed record ProgressPart(string Name, string Status, int? Percent);
