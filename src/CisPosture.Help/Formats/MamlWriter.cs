using System.Text;
using System.Xml;
using System.Xml.Linq;
using CisPosture.Help.Pages;

namespace CisPosture.Help.Formats;

/// <summary>Writes the help of cmdlets as the XML that PowerShell reads (MAML).</summary>
internal static class MamlWriter
{
    private const string TitleRule = "----------";

    private static readonly XNamespace Help = "http://msh";
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    /// <summary>Writes the help file of a module.</summary>
    public static void Write(Stream stream, IEnumerable<HelpPage> pages)
    {
        var document = new XDocument(new XElement(Help + "helpItems", new XAttribute("schema", "maml"), pages.Select(OfPage)));
        using var writer = XmlWriter.Create(stream, new XmlWriterSettings { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) });
        document.Save(writer);
    }

    private static XElement OfPage(HelpPage page) => new(
        Command + "command",
        new XAttribute(XNamespace.Xmlns + "maml", Maml),
        new XAttribute(XNamespace.Xmlns + "command", Command),
        new XAttribute(XNamespace.Xmlns + "dev", Dev),
        Details(page),
        new XElement(Maml + "description", Paragraphs(page.Description)),
        new XElement(Command + "syntax", page.Syntaxes.Select(syntax => SyntaxItem(page, syntax))),
        new XElement(Command + "parameters", page.Parameters.Select(parameter => Parameter(parameter, parameter.Uses[0], isInSyntax: false))),
        new XElement(Command + "inputTypes", page.Inputs.Select(type => TypeOf("inputType", type))),
        new XElement(Command + "returnValues", page.Outputs.Select(type => TypeOf("returnValue", type))),
        new XElement(Maml + "alertSet", new XElement(Maml + "alert", Paragraphs(page.Notes))),
        new XElement(Command + "examples", page.Examples.Select(Example)),
        new XElement(Command + "relatedLinks", page.Links.Select(Link)));

    private static XElement Details(HelpPage page) => new(
        Command + "details",
        new XElement(Command + "name", page.Name),
        new XElement(Command + "verb", page.Name.Split('-')[0]),
        new XElement(Command + "noun", page.Name.Split('-')[1]),
        new XElement(Maml + "description", new XElement(Maml + "para", page.Synopsis)));

    private static XElement SyntaxItem(HelpPage page, HelpSyntax syntax) => new(
        Command + "syntaxItem",
        new XElement(Maml + "name", page.Name),
        from name in syntax.Parameters
        let parameter = page.Parameters.FirstOrDefault(candidate => candidate.Name == name)
        let use = parameter?.In(syntax.Name)
        where use is not null
        select Parameter(parameter, use, isInSyntax: true));

    private static XElement Parameter(HelpParameter parameter, ParameterFacts use, bool isInSyntax) => new(
        Command + "parameter",
        new XAttribute("required", Text(use.IsRequired)),
        new XAttribute("variableLength", Text(use.Type.EndsWith("[]", StringComparison.Ordinal))),
        new XAttribute("globbing", Text(use.TakesWildcards)),
        new XAttribute("pipelineInput", use.Pipeline),
        new XAttribute("position", use.Position == "Named" ? "named" : use.Position),
        new XAttribute("aliases", use.Aliases.Count == 0 ? "none" : string.Join(", ", use.Aliases)),
        new XElement(Maml + "name", parameter.Name),
        new XElement(Maml + "description", Paragraphs(parameter.Text)),
        isInSyntax ? Values(use) : null,
        isInSyntax && use.IsSwitch ? null : new XElement(Command + "parameterValue", new XAttribute("required", Text(!use.IsSwitch)), new XAttribute("variableLength", "false"), use.Type),
        new XElement(Dev + "type", new XElement(Maml + "name", use.Type), new XElement(Maml + "uri")),
        new XElement(Dev + "defaultValue", use.Default));

    private static XElement? Values(ParameterFacts use) => use.Values.Count == 0 ? null : new XElement(
        Command + "parameterValueGroup",
        use.Values.Select(value => new XElement(Command + "parameterValue", new XAttribute("required", "false"), new XAttribute("variableLength", "false"), value)));

    private static XElement TypeOf(string element, HelpType type) => new(
        Command + element,
        new XElement(Dev + "type", new XElement(Maml + "name", type.Name)),
        new XElement(Maml + "description", Paragraphs(type.Text)));

    // The empty paragraph at its end keeps the next title at a distance.
    private static XElement Example(HelpExample example) => new(
        Command + "example",
        new XElement(Maml + "title", $"{TitleRule} {example.Title} {TitleRule}"),
        new XElement(Dev + "code", string.Join("\n\n", example.Code.SelectMany(code => new[] { code.Code, code.Output }).Where(text => text is not null))),
        new XElement(Dev + "remarks", Paragraphs(example.Remarks), new XElement(Maml + "para")));

    private static XElement Link(HelpLink link) => new(
        Maml + "navigationLink",
        new XElement(Maml + "linkText", link.Text),
        new XElement(Maml + "uri", link.Address));

    // What reads the file drops spaces at the beginning of a paragraph, but not those after a dash.
    private static IEnumerable<XElement> Paragraphs(IEnumerable<ProseBlock> prose) =>
        prose.Select(block => new XElement(Maml + "para", block.IsCode ? Indented(block.Text) : block.Marker + block.Text));

    private static string Indented(string code) => string.Join("\n", code.Split('\n').Select(line => "    " + line));

    private static string Text(bool value) => value ? "true" : "false";
}
