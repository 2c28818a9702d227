namespace CisPosture.Help.Pages;

/// <summary>A paragraph, an item of a list, or lines of code, without markup.</summary>
/// <param name="Text">What it says; one line unless it is code.</param>
/// <param name="Marker">What stands before an item, such as "- " or "1. "; empty otherwise.</param>
/// <param name="Depth">How many lists it is in.</param>
/// <param name="IsCode">Whether its lines are kept as they are.</param>
internal sealed record ProseBlock(string Text, string Marker, int Depth, bool IsCode);
