using System.Text;
using CisPosture.Help.Pages;

namespace CisPosture.Help.Formats;

/// <summary>Writes a topic as the text that Get-Help shows as it is, for a console of 80 columns.</summary>
internal static class TopicWriter
{
    /// <summary>The most characters in a line, but for code and for words that are longer by themselves.</summary>
    public const int Width = 80;

    private const int TopLevel = 2;
    private const int Indent = 4;

    /// <summary>The topic's text. Its fifth line is what Get-Help takes for the synopsis.</summary>
    public static string Write(HelpTopic topic)
    {
        var text = new StringBuilder("TOPIC\n").Append(' ', Indent).Append(topic.Name).Append('\n');
        foreach (var part in topic.Parts)
        {
            Append(text, part);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, TopicPart part)
    {
        // A heading of a deeper level stands between the margin and the text below it.
        var margin = part.Level == TopLevel ? 0 : 2;
        text.Append('\n').Append(' ', margin).Append(part.Title).Append('\n');
        for (var index = 0; index < part.Text.Count; index++)
        {
            if (index > 0 && !(IsItem(part.Text[index]) && IsItem(part.Text[index - 1]))) text.Append('\n');
            Append(text, part.Text[index]);
        }

        foreach (var below in part.Parts)
        {
            Append(text, below);
        }
    }

    private static bool IsItem(ProseBlock block) => block.Depth > 0;

    private static void Append(StringBuilder text, ProseBlock block)
    {
        var margin = Indent + (Math.Max(0, block.Depth - 1) * 2);
        if (block.IsCode)
        {
            foreach (var line in block.Text.Split('\n'))
            {
                text.Append(line.Length == 0 ? "" : new string(' ', margin + Indent) + line).Append('\n');
            }
        }
        else
        {
            Wrap(text, block, margin);
        }
    }

    private static void Wrap(StringBuilder text, ProseBlock block, int margin)
    {
        var width = margin + block.Marker.Length;
        text.Append(' ', margin).Append(block.Marker);
        var isFirst = true;
        foreach (var word in block.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!isFirst && width + 1 + word.Length > Width)
            {
                width = margin + block.Marker.Length;
                text.Append('\n').Append(' ', width);
                isFirst = true;
            }

            text.Append(isFirst ? "" : " ").Append(word);
            width += word.Length + (isFirst ? 0 : 1);
            isFirst = false;
        }

        text.Append('\n');
    }
}
