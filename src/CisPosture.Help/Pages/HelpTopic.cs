namespace CisPosture.Help.Pages;

/// <summary>An about topic.</summary>
/// <param name="Name">Its name, such as about_CisPosture.</param>
/// <param name="Parts">Its sections.</param>
internal sealed record HelpTopic(string Name, IReadOnlyList<TopicPart> Parts);
