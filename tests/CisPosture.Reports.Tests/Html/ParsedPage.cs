using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace CisPosture.Reports.Tests.Html;

/// <summary>A report as a browser reads it: by the rules of HTML, whatever was meant.</summary>
internal sealed class ParsedPage
{
    private static readonly HtmlParser Parser = new(new HtmlParserOptions { IsScripting = true });

    private ParsedPage(string text)
    {
        Text = text;
        Document = Parser.ParseDocument(text);
        Rows = [.. Blocks("rows").SelectMany(RowsOf)];
        Details = [.. Blocks("details").SelectMany(DetailsOf)];
        Lists = Blocks("lists").Single();
    }

    public string Text { get; }

    public IDocument Document { get; }

    /// <summary>The rows of all blocks: a value by the name of its column, texts in the place of their numbers.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, object?>> Rows { get; }

    /// <summary>The details of all blocks, likewise.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, object?>> Details { get; }

    /// <summary>What rows name by its place.</summary>
    public JsonElement Lists { get; }

    /// <summary>The names of elements and attributes in their order, without what stands in them.</summary>
    public IReadOnlyList<string> Skeleton => [.. Document.All.Select(element => $"{element.LocalName} {string.Join(' ', element.Attributes.Select(attribute => attribute.Name))}")];

    public static ParsedPage Of(Report report) => new(Support.Reports.Text(ReportFormat.Html, report));

    public static ParsedPage Of(params IEnumerable<CisFinding> findings) => Of(Support.Reports.Of(findings));

    /// <summary>A text of a list that a row names.</summary>
    public string? Listed(string list, object? place, string? member = null)
    {
        if (place is not int number || number < 0)
        {
            return null;
        }

        var item = Lists.GetProperty(list)[number];
        return (member is null ? item : item.GetProperty(member)).GetString();
    }

    private static IEnumerable<IReadOnlyDictionary<string, object?>> RowsOf(JsonElement block)
    {
        var texts = Texts(block);
        for (var index = 0; index < block.GetProperty("control").GetArrayLength(); index++)
        {
            yield return block.EnumerateObject().Where(IsColumn).ToDictionary(
                column => column.Name,
                column => column.Name is "resource" or "resourceType" or "reason" ? (object?)texts[column.Value[index].GetInt32()] : column.Value[index].GetInt32(),
                StringComparer.Ordinal);
        }
    }

    private static IEnumerable<IReadOnlyDictionary<string, object?>> DetailsOf(JsonElement block)
    {
        var texts = Texts(block);
        for (var index = 0; index < block.GetProperty("guidance").GetArrayLength(); index++)
        {
            yield return block.EnumerateObject().Where(IsColumn).ToDictionary(column => column.Name, column => Resolve(column.Value[index], texts), StringComparer.Ordinal);
        }
    }

    private static bool IsColumn(JsonProperty property) => property.Name is not ("texts" or "count");

    private static List<string> Texts(JsonElement block) => [.. block.GetProperty("texts").EnumerateArray().Select(text => text.GetString()!)];

    private static object? Resolve(JsonElement value, List<string> texts) => value.ValueKind == JsonValueKind.Array
        ? value.EnumerateArray().Select(item => Resolve(item, texts)).ToArray()
        : value.GetInt32() is >= 0 and var number ? texts[number] : null;

    private IEnumerable<JsonElement> Blocks(string name) =>
        Document.QuerySelectorAll($"script[data-block={name}]").Select(block => JsonDocument.Parse(block.TextContent).RootElement);
}
