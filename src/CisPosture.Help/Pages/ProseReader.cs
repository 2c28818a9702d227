using System.Globalization;
using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CisPosture.Help.Pages;

/// <summary>Turns Markdown into the plain text that a help file holds.</summary>
internal static class ProseReader
{
    /// <summary>The paragraphs, items and code of some blocks.</summary>
    /// <exception cref="PageException">There is a block that plain text has no form for.</exception>
    public static IReadOnlyList<ProseBlock> Read(PageText page, IEnumerable<Block> blocks) => [.. blocks.SelectMany(block => Read(page, block, marker: string.Empty, depth: 0))];

    /// <summary>What a line says, without markup.</summary>
    public static string Text(ContainerInline? inline)
    {
        var text = new StringBuilder();
        foreach (var part in inline ?? Enumerable.Empty<Inline>())
        {
            Append(text, part);
        }

        return text.ToString();
    }

    private static IEnumerable<ProseBlock> Read(PageText page, Block block, string marker, int depth) => block switch
    {
        ParagraphBlock paragraph => [new ProseBlock(Text(paragraph.Inline).Trim(), marker, depth, IsCode: false)],
        CodeBlock code => [new ProseBlock(code.Lines.ToString().TrimEnd(), marker, depth, IsCode: true)],
        ListBlock list => list.Cast<ListItemBlock>().SelectMany((item, index) => Item(page, list, item, index, depth + 1)),
        _ => throw page.Wrong(block.Line + 1, $"A help text cannot hold a {block.GetType().Name}. Write paragraphs, lists or code."),
    };

    private static IEnumerable<ProseBlock> Item(PageText page, ListBlock list, ListItemBlock item, int index, int depth)
    {
        var marker = list.IsOrdered ? $"{(index + 1).ToString(CultureInfo.InvariantCulture)}. " : "- ";
        return item.SelectMany((block, position) => Read(page, block, position == 0 ? marker : new string(' ', marker.Length), depth));
    }

    private static void Append(StringBuilder text, Inline part)
    {
        switch (part)
        {
            case LiteralInline literal:
                text.Append(literal.Content.AsSpan());
                break;
            case CodeInline code:
                text.Append(code.Content);
                break;
            case HtmlEntityInline entity:
                text.Append(entity.Transcoded.AsSpan());
                break;
            case AutolinkInline link:
                text.Append(link.Url);
                break;
            case LineBreakInline:
                text.Append(' ');
                break;
            case LinkInline link:
                text.Append(Text(link));
                if (IsAddress(link.Url) && Text(link) != link.Url) text.Append(" (").Append(link.Url).Append(')');
                break;
            case ContainerInline container:
                text.Append(Text(container));
                break;
            default:
                text.Append(part);
                break;
        }
    }

    private static bool IsAddress(string? url) => url?.StartsWith("http", StringComparison.Ordinal) == true;
}
