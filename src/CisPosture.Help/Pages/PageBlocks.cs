using Markdig.Syntax;

namespace CisPosture.Help.Pages;

/// <summary>Tells what a block on a page is.</summary>
internal static class PageBlocks
{
    /// <summary>Whether a block is fenced code of a language; the empty one is none.</summary>
    public static bool IsFence(this Block block, string language) => block is FencedCodeBlock fence && (fence.Info ?? string.Empty) == language;

    /// <summary>The lines of fenced code.</summary>
    public static string Code(this Block block) => ((FencedCodeBlock)block).Lines.ToString();
}
