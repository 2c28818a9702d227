using Markdig.Syntax;

namespace CisPosture.Help.Pages;

/// <summary>A heading with what stands under it.</summary>
/// <param name="Level">1 for the page's own heading.</param>
/// <param name="Title">The heading's text, as it is written.</param>
/// <param name="Line">The heading's line, from 1.</param>
/// <param name="Blocks">What stands before the first heading below it.</param>
/// <param name="Sections">The headings below it.</param>
internal sealed record PageSection(int Level, string Title, int Line, List<Block> Blocks, List<PageSection> Sections);
