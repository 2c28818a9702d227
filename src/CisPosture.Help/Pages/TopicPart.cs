namespace CisPosture.Help.Pages;

/// <summary>A section of a topic.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Level">How deep it is; 2 for the sections of the page.</param>
/// <param name="Text">What stands under its heading.</param>
/// <param name="Parts">The sections in it.</param>
internal sealed record TopicPart(string Title, int Level, IReadOnlyList<ProseBlock> Text, IReadOnlyList<TopicPart> Parts);
