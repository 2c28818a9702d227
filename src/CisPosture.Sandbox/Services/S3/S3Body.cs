using System.Xml;
using System.Xml.Linq;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.S3;

/// <summary>Reads the documents that requests carry.</summary>
internal static class S3Body
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    public static XElement Read(ApiCall call, string root) => ReadOptional(call, root) ?? throw Malformed();

    /// <summary>Null where the request has no body.</summary>
    public static XElement? ReadOptional(ApiCall call, string root)
    {
        if (call.Request.Body.Length == 0) return null;
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(call.Request.Body), Settings);
            var document = XDocument.Load(reader).Root!;
            return document.Name.LocalName == root ? document : throw Malformed();
        }
        catch (XmlException)
        {
            throw Malformed();
        }
    }

    public static XElement? Child(XElement? parent, string name) => parent?.Elements().FirstOrDefault(element => element.Name.LocalName == name);

    public static string? Text(XElement? parent, string name) => Child(parent, name)?.Value;

    public static bool Flag(XElement? parent, string name) => Text(parent, name) switch
    {
        null => false,
        var text when bool.TryParse(text, out var flag) => flag,
        _ => throw Malformed(),
    };

    public static ApiException Malformed() => new("MalformedXML", "The XML you provided was not well-formed or did not validate against our published schema");
}
