using System.Collections;
using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace CisPosture.Aws.Clients.Protocol;

/// <summary>Reads XML into shapes by name: a member is an element, a list holds "member" elements, a map holds "entry" elements.</summary>
internal static class XmlShape
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    public static XElement Load(Stream stream)
    {
        using var reader = XmlReader.Create(stream, Settings);
        return XDocument.Load(reader).Root!;
    }

    public static XElement? Find(XElement root, string name) =>
        root.DescendantsAndSelf().FirstOrDefault(element => element.Name.LocalName == name);

    public static XElement? FindResult(XElement root) =>
        root.Elements().FirstOrDefault(element => element.Name.LocalName.EndsWith("Result", StringComparison.Ordinal));

    public static void Fill(object shape, XElement element)
    {
        foreach (var property in WireProperties.Of(shape.GetType()))
        {
            if (Child(element, property.Name) is { } child)
            {
                property.SetValue(shape, Read(child, property.PropertyType));
            }
        }
    }

    private static XElement? Child(XElement parent, string name) =>
        parent.Elements().FirstOrDefault(element => element.Name.LocalName == name);

    private static object Read(XElement element, Type type)
    {
        var target = Nullable.GetUnderlyingType(type) ?? type;
        if (target == typeof(MemoryStream))
        {
            return new MemoryStream(Convert.FromBase64String(element.Value));
        }

        if (target.IsGenericType)
        {
            return target.GetGenericTypeDefinition() == typeof(List<>) ? ReadList(element, target) : ReadMap(element, target);
        }

        return ReadValue(element.Value, target) ?? ReadStructure(element, target);
    }

    private static object? ReadValue(string text, Type target)
    {
        if (target == typeof(string))
        {
            return text;
        }

        if (target == typeof(DateTime))
        {
            return DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
        }

        return target.IsPrimitive ? Convert.ChangeType(text, target, CultureInfo.InvariantCulture) : null;
    }

    private static object ReadStructure(XElement element, Type target)
    {
        var shape = Activator.CreateInstance(target)!;
        Fill(shape, element);
        return shape;
    }

    private static IList ReadList(XElement element, Type target)
    {
        var items = (IList)Activator.CreateInstance(target)!;
        var itemType = target.GetGenericArguments()[0];
        foreach (var member in element.Elements())
        {
            items.Add(Read(member, itemType));
        }

        return items;
    }

    private static IDictionary ReadMap(XElement element, Type target)
    {
        var map = (IDictionary)Activator.CreateInstance(target)!;
        var types = target.GetGenericArguments();
        foreach (var entry in element.Elements())
        {
            if (Child(entry, "key") is { } key && Child(entry, "value") is { } value)
            {
                map[Read(key, types[0])] = Read(value, types[1]);
            }
        }

        return map;
    }
}
