using System.Globalization;
using System.Xml.Linq;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Protocols;

/// <summary>Writes answers as XML. The Query protocols differ in what a list's element is called and in how exact a time is.</summary>
internal sealed record XmlShapes(XNamespace Namespace, string ListItem, string TimeFormat)
{
    public const string Seconds = "yyyy-MM-dd'T'HH:mm:ss'Z'";
    public const string Milliseconds = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    public IEnumerable<XElement> Members(Structure structure) => structure.Select(member => new XElement(Namespace + member.Key, Content(member.Value)));

    private object Content(object value) => value switch
    {
        Structure structure => Members(structure),
        Map map => map.Entries.Select(entry => new XElement(Namespace + "entry", new XElement(Namespace + "key", entry.Key), new XElement(Namespace + "value", Content(entry.Value)))),
        object[] items => items.Select(item => new XElement(Namespace + ListItem, Content(item))),
        _ => Scalar(value),
    };

    private string Scalar(object value) => value switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        DateTimeOffset time => time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture),
        byte[] data => Convert.ToBase64String(data),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException($"A {value.GetType()} has no form in XML."),
    };
}
