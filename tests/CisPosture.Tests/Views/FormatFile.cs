using System.Text.RegularExpressions;
using System.Xml.Linq;
using CisPosture.Tests.Engine;

namespace CisPosture.Tests.Views;

/// <summary>The module's views as the built file has them.</summary>
internal static class FormatFile
{
    public static string Path => System.IO.Path.Combine(BuiltModule.Folder, "CisPosture.format.ps1xml");

    public static IReadOnlyList<XElement> Views => [.. XDocument.Load(Path).Descendants("View")];

    /// <summary>The names of all views.</summary>
    public static IEnumerable<string> Names => Views.Select(view => view.Element("Name")!.Value);

    /// <summary>The types that a view is for, fresh and deserialized.</summary>
    public static IReadOnlyList<string> TypesOf(XElement view) => [.. view.Descendants("TypeName").Select(name => name.Value)];

    /// <summary>The members that a view names.</summary>
    public static IEnumerable<string> MembersOf(XElement view) => view.Descendants("PropertyName").Select(name => name.Value)
        .Concat(view.Descendants("ScriptBlock").SelectMany(block => Regex.Matches(block.Value, @"'(?<name>\w+)'", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Select(match => match.Groups["name"].Value)));
}
