using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace CisPosture.Reports.Html;

/// <summary>
/// The findings as data for the page's script. They stand in blocks, so that neither the writer nor the page ever holds all of them as one text;
/// what a row shows is apart from its details, which the page reads when somebody opens them.
/// </summary>
internal sealed class FindingBlocks(IReadOnlyList<CisFinding> findings)
{
    private const int BlockSize = 1000;

    // Escapes whatever could end a script element or begin a tag or comment, and line separators; letters of every language stay.
    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>Writes the script elements.</summary>
    /// <param name="writer">Where to.</param>
    public void Write(TextWriter writer)
    {
        var lists = new FindingLists();
        var rows = new RowBlock(lists);
        var details = new DetailBlock();
        foreach (var finding in findings)
        {
            rows.Add(finding);
            details.Add(finding);
            if (rows.Count == BlockSize)
            {
                Write(writer, rows, details);
                rows = new RowBlock(lists);
                details = new DetailBlock();
            }
        }

        if (rows.Count > 0)
        {
            Write(writer, rows, details);
        }

        Write(writer, "lists", lists);
    }

    private static void Write(TextWriter writer, RowBlock rows, DetailBlock details)
    {
        Write(writer, "rows", rows);
        Write(writer, "details", details);
    }

    private static void Write<T>(TextWriter writer, string name, T block)
    {
        writer.Write("<script type=\"application/json\" data-block=\"");
        writer.Write(name);
        writer.Write("\">");
        writer.Write(JsonSerializer.Serialize(block, Format));
        writer.Write("</script>\n");
    }
}
