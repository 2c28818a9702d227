using System.Globalization;
using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CisPosture.Help.Pages;

/// <summary>Reads the page of a cmdlet, which is laid out as platyPS lays it out (schema 2.0.0).</summary>
internal sealed partial class HelpPageReader
{
    private const string Default = " (Default)";

    private static readonly string[] FrontMatter = ["external help file: CisPosture.dll-Help.xml", "Module Name: CisPosture", "schema: 2.0.0"];
    private static readonly string[] Titles = ["SYNOPSIS", "SYNTAX", "DESCRIPTION", "EXAMPLES", "PARAMETERS", "INPUTS", "OUTPUTS", "NOTES", "RELATED LINKS"];

    private readonly PageText _page;

    private HelpPageReader(PageText page) => _page = page;

    /// <summary>Reads a page.</summary>
    /// <exception cref="PageException">It is not of the form; the message names file and line.</exception>
    public static HelpPage Read(PageText page) => new HelpPageReader(page).Read();

    private HelpPage Read()
    {
        RequireForm();
        return new HelpPage
        {
            Name = _page.Head.Title,
            Synopsis = Synopsis(),
            Syntaxes = Syntaxes(),
            Description = Prose("DESCRIPTION"),
            Examples = [.. Below("EXAMPLES").Select(Example)],
            Parameters = [.. Below("PARAMETERS").Where(section => section.Title != "CommonParameters").Select(Parameter)],
            Inputs = Types("INPUTS"),
            Outputs = Types("OUTPUTS"),
            Notes = Prose("NOTES"),
            Links = Links(),
        };
    }

    private void RequireForm()
    {
        foreach (var line in FrontMatter.Where(line => !_page.FrontMatter.Contains(line)))
        {
            throw _page.Wrong(1, $"The lines between the dashes at the top lack '{line}'.");
        }

        if (_page.Head.Title != Path.GetFileNameWithoutExtension(_page.File))
        {
            throw _page.Wrong(_page.Head.Line, $"The heading is '{_page.Head.Title}', the file is called {Path.GetFileName(_page.File)}. Both are the cmdlet's name.");
        }

        foreach (var (section, title) in _page.Head.Sections.Zip(Titles).Where(pair => pair.First.Title != pair.Second))
        {
            throw _page.Wrong(section.Line, $"Here ought to be '## {title}', not '## {section.Title}'. The sections are, in this order: {string.Join(", ", Titles)}.");
        }

        if (_page.Head.Sections.Count != Titles.Length)
        {
            throw _page.Wrong(_page.Head.Line, $"The page has {_page.Head.Sections.Count} sections. They are, in this order: {string.Join(", ", Titles)}.");
        }
    }

    private PageSection Section(string title) => _page.Head.Sections.Find(section => section.Title == title)!;

    private List<PageSection> Below(string title)
    {
        var section = Section(title);
        return section.Blocks is [var block, ..] ? throw _page.Wrong(block.Line + 1, $"Under '## {title}' everything stands under headings of the third level.") : section.Sections;
    }

    private IReadOnlyList<ProseBlock> Prose(string title)
    {
        var section = Section(title);
        return section.Sections is [var heading, ..] ? throw _page.Wrong(heading.Line, $"'## {title}' has no headings below it.") : ProseReader.Read(_page, section.Blocks);
    }

    private string Synopsis() => Prose("SYNOPSIS") is [{ IsCode: false, Depth: 0 } only] ? only.Text : throw _page.Wrong(Section("SYNOPSIS").Line, "The synopsis is one paragraph.");

    private IReadOnlyList<HelpSyntax> Syntaxes()
    {
        var section = Section("SYNTAX");
        return (section.Blocks, section.Sections) switch
        {
            ([FencedCodeBlock block], []) => [Syntax(name: null, block)],
            ([], [_, ..]) => [.. section.Sections.OrderByDescending(IsDefault).Select(Syntax)],
            _ => throw Stale(section),
        };
    }

    private static bool IsDefault(PageSection set) => set.Title.EndsWith(Default, StringComparison.Ordinal);

    private HelpSyntax Syntax(PageSection set) => set.Blocks is [FencedCodeBlock block] ? Syntax(set.Title.Replace(Default, string.Empty, StringComparison.Ordinal), block) : throw Stale(set);

    private static HelpSyntax Syntax(string? name, FencedCodeBlock block) => new(name, [.. ParameterForm().Matches(block.Code()).Select(parameter => parameter.Groups["name"].Value)]);

    private PageException Stale(PageSection section) =>
        _page.Wrong(section.Line, $"What stands under '{section.Title}' is not what a tool writes there. Build, and run: dotnet run --project src/CisPosture.Help -- refresh");

    private HelpExample Example(PageSection section, int index)
    {
        var number = (index + 1).ToString(CultureInfo.InvariantCulture);
        if (!section.Title.StartsWith($"Example {number}: ", StringComparison.Ordinal))
        {
            throw _page.Wrong(section.Line, $"The heading of an example is 'Example {number}: ' and a title; here it is '{section.Title}'.");
        }

        var (code, remarks, marks) = (new List<ExampleCode>(), new List<Block>(), new ExampleMarks());
        foreach (var block in section.Blocks)
        {
            if (block is HtmlBlock comment)
            {
                marks = Marked(marks, comment);
            }
            else if (block.IsFence("powershell"))
            {
                code.Add(new ExampleCode(block.Line + 1, block.Code(), Output: null, marks));
                marks = new ExampleMarks();
            }
            else if (block.IsFence("output") && code.Count > 0)
            {
                code[^1] = code[^1] with { Output = block.Code() };
            }
            else
            {
                remarks.Add(block);
            }
        }

        return code.Count == 0
            ? throw _page.Wrong(section.Line, "The example has no ```powershell block.")
            : new HelpExample(section.Title, code, ProseReader.Read(_page, remarks));
    }

    private ExampleMarks Marked(ExampleMarks marks, HtmlBlock block) => CommentForm().Matches(block.Lines.ToString()).Aggregate(
        marks,
        (known, comment) => known.With(comment.Groups["text"].Value)
            ?? throw _page.Wrong(block.Line + 1, $"'{comment.Value}' is no mark. There are: organization, repaired, writes, not run; docs/testing.md tells what they mean."));

    private HelpParameter Parameter(PageSection section)
    {
        if (!section.Title.StartsWith('-'))
        {
            throw _page.Wrong(section.Line, $"The heading of a parameter is '### -Name'; here it is '### {section.Title}'.");
        }

        var facts = section.Blocks.Where(block => block.IsFence("yaml")).Select(block => ParameterFactsReader.Read(_page, (FencedCodeBlock)block)).ToList();
        return facts.Count == 0
            ? throw Stale(section)
            : new HelpParameter(section.Title[1..], ProseReader.Read(_page, section.Blocks.Where(block => !block.IsFence("yaml"))), facts);
    }

    private IReadOnlyList<HelpType> Types(string title) => [.. Below(title).Select(section => new HelpType(section.Title, ProseReader.Read(_page, section.Blocks)))];

    private IReadOnlyList<HelpLink> Links() =>
    [
        .. Section("RELATED LINKS").Blocks
            .OfType<ParagraphBlock>()
            .SelectMany(block => block.Inline!.FindDescendants<LinkInline>())
            .Select(link => new HelpLink(ProseReader.Text(link), link.Url is { } url && url.Contains("://", StringComparison.Ordinal) ? url : string.Empty)),
    ];

    // In [[-Id] <String[]>], the first dash after a space or a bracket.
    [GeneratedRegex(@"(?<=[\s\[])-(?<name>\w+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ParameterForm();

    [GeneratedRegex("<!--\\s*(?<text>.*?)\\s*-->", RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CommentForm();
}
