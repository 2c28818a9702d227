using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace CisPosture.Sandbox.Tests;

/// <summary>What came back over HTTP.</summary>
internal sealed record WireAnswer(HttpStatusCode Status, string ContentType, string Text)
{
    /// <summary>The headers of the answer.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    public XElement Xml => XDocument.Parse(Text).Root!;

    public JsonObject Json => JsonNode.Parse(Text)!.AsObject();

    /// <summary>The code of an error in whichever XML form.</summary>
    public string? Code => Value("Code");

    public string? Message => Value("Message");

    /// <summary>The texts of all elements of this name.</summary>
    public IReadOnlyList<string> Values(string name) => Xml.Descendants().Where(element => element.Name.LocalName == name).Select(element => element.Value).ToArray();

    public string? Value(string name) => Values(name) is [var first, ..] ? first : null;
}
