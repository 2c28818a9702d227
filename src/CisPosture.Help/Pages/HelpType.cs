namespace CisPosture.Help.Pages;

/// <summary>A type that a cmdlet takes or emits.</summary>
/// <param name="Name">Its full name, or None.</param>
/// <param name="Text">What is said of it.</param>
internal sealed record HelpType(string Name, IReadOnlyList<ProseBlock> Text);
