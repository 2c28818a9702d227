namespace CisPosture.Help.Pages;

/// <summary>A block of commands in an example.</summary>
/// <param name="Line">Where it stands on the page, from 1.</param>
/// <param name="Code">The commands.</param>
/// <param name="Output">What they write, as far as the page shows it.</param>
/// <param name="Marks">What the page says to whoever tries the example.</param>
internal sealed record ExampleCode(int Line, string Code, string? Output, ExampleMarks Marks);
