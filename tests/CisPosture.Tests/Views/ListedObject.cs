using System.Management.Automation;
using System.Reflection;
using System.Xml.Linq;

namespace CisPosture.Tests.Views;

/// <summary>
/// Objects that the formatter shows by their list, as Format-List does, which the bare engine does not have: they have a type name of their own, for which a file of views holds the
/// module's lists.
/// </summary>
internal static class ListedObject
{
    private const string Mark = "Listed.";

    private static readonly Lazy<string> Written = new(Write);

    /// <summary>The file of views.</summary>
    public static string Formats => Written.Value;

    public static PSObject Of(object source)
    {
        // The engine keeps the names of an object's types for every wrapping of it, so that a copy is listed.
        var copy = typeof(object).GetMethod(nameof(MemberwiseClone), BindingFlags.NonPublic | BindingFlags.Instance)!.Invoke(source, null)!;
        var listed = PSObject.AsPSObject(copy);
        listed.TypeNames.Insert(0, Mark + source.GetType().FullName);
        return listed;
    }

    private static string Write()
    {
        var document = XDocument.Load(FormatFile.Path);
        document.Descendants("View").Where(view => view.Element("ListControl") is null).Remove();
        foreach (var name in document.Descendants("TypeName"))
        {
            name.Value = Mark + name.Value;
        }

        var path = System.IO.Path.Combine(AppContext.BaseDirectory, "listed.format.ps1xml");
        document.Save(path);
        return path;
    }
}
