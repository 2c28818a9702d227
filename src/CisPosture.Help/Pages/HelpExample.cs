namespace CisPosture.Help.Pages;

/// <summary>An example.</summary>
/// <param name="Title">Its heading, with its number.</param>
/// <param name="Code">Its commands, block by block.</param>
/// <param name="Remarks">What is said of them.</param>
internal sealed record HelpExample(string Title, IReadOnlyList<ExampleCode> Code, IReadOnlyList<ProseBlock> Remarks);
