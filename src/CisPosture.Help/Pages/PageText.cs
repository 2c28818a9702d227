using Markdig;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;

namespace CisPosture.Help.Pages;

/// <summary>A page as it is written, with the headings that it is divided by.</summary>
internal sealed class PageText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePreciseSourceLocation().UseYamlFrontMatter().UsePipeTables().Build();

    private PageText(string file, string text, MarkdownDocument document)
    {
        (File, Text) = (file, text);
        FrontMatter = document.OfType<YamlFrontMatterBlock>().FirstOrDefault()?.Lines.ToString().Split('\n') ?? [];
        Head = Outline(document);
    }

    /// <summary>The page's path.</summary>
    public string File { get; }

    /// <summary>What is written.</summary>
    public string Text { get; }

    /// <summary>The lines between the dashes at the top.</summary>
    public IReadOnlyList<string> FrontMatter { get; }

    /// <summary>The page's own heading, with everything.</summary>
    public PageSection Head { get; }

    /// <summary>Reads a page from its file.</summary>
    public static PageText Read(string file) => Of(file, System.IO.File.ReadAllText(file));

    /// <summary>Takes a text for a page.</summary>
    public static PageText Of(string file, string text)
    {
        var uniform = text.ReplaceLineEndings("\n");
        return new PageText(file, uniform, Markdown.Parse(uniform, Pipeline));
    }

    /// <summary>What is written from the first of some blocks to the last.</summary>
    public string Source(IReadOnlyList<Block> blocks) => blocks.Count == 0 ? string.Empty : Text[blocks[0].Span.Start..(blocks[^1].Span.End + 1)];

    /// <summary>Where the text of a section of the second level begins, after its heading's line, and where the next one of the page begins.</summary>
    public (int Start, int End) Extent(PageSection section)
    {
        var next = Head.Sections.SkipWhile(other => other != section).ElementAtOrDefault(1);
        return (Offset(section.Line + 1), next is null ? Text.Length : Offset(next.Line));
    }

    /// <summary>The error of a page that is wrong in a place.</summary>
    public PageException Wrong(int line, string problem) => new(File, line, problem);

    private int Offset(int line)
    {
        var offset = 0;
        for (var passed = 1; passed < line && offset < Text.Length; passed++)
        {
            var end = Text.IndexOf('\n', offset);
            offset = end < 0 ? Text.Length : end + 1;
        }

        return offset;
    }

    private PageSection Outline(MarkdownDocument document)
    {
        var root = new PageSection(0, string.Empty, 1, [], []);
        var open = new Stack<PageSection>([root]);
        foreach (var block in document.Where(block => block is not YamlFrontMatterBlock and not LinkReferenceDefinitionGroup))
        {
            if (block is HeadingBlock heading)
            {
                while (open.Peek().Level >= heading.Level) open.Pop();
                var section = new PageSection(heading.Level, Title(heading), heading.Line + 1, [], []);
                open.Peek().Sections.Add(section);
                open.Push(section);
            }
            else
            {
                open.Peek().Blocks.Add(block);
            }
        }

        return root.Sections is [{ Level: 1 } head] && root.Blocks.Count == 0
            ? head
            : throw Wrong(root.Sections.ElementAtOrDefault(1)?.Line ?? 1, "A page has one heading of the first level, such as '# Get-CisControl', above all that is said.");
    }

    private string Title(HeadingBlock heading) => heading.Inline?.FirstChild is { } first
        ? Text[first.Span.Start..(heading.Inline.LastChild!.Span.End + 1)].Trim()
        : string.Empty;
}
