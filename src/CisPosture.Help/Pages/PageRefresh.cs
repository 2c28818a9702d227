using System.Text;
using CisPosture.Help.Cmdlets;

namespace CisPosture.Help.Pages;

/// <summary>
/// Writes into a page what follows from the cmdlet: its parameter sets, and each parameter's facts. What people wrote stays as it is; what nobody has
/// written yet is marked.
/// </summary>
internal static class PageRefresh
{
    private const string SyntaxTitle = "SYNTAX";
    private const string ParametersTitle = "PARAMETERS";
    private const string CommonParametersTitle = "CommonParameters";

    /// <summary>The page with the parts that follow from the cmdlet as they ought to be.</summary>
    /// <param name="page">The page.</param>
    /// <param name="cmdlet">The cmdlet that it is about.</param>
    /// <returns>The whole text.</returns>
    /// <exception cref="PageException">It lacks a section, so that it cannot be told where its parts belong.</exception>
    public static string Refresh(PageText page, CmdletDescription cmdlet)
    {
        var text = new StringBuilder(page.Text);
        // From the end, so that what was found out about the rest stays true.
        Replace(text, page, ParametersTitle, Parameters(page, cmdlet));
        Replace(text, page, SyntaxTitle, MechanicalText.Syntax(cmdlet));
        return text.ToString();
    }

    /// <summary>The names of parameters that a page tells of and the cmdlet does not have.</summary>
    public static IReadOnlyList<string> Strangers(PageText page, CmdletDescription cmdlet) =>
    [
        .. Section(page, ParametersTitle).Sections.Select(section => section.Title)
            .Where(title => title != CommonParametersTitle && !cmdlet.Parameters.Any(parameter => title == $"-{parameter.Name}")),
    ];

    /// <summary>A page on which everything that a person must write is marked.</summary>
    public static string Skeleton(CmdletDescription cmdlet) => Refresh(PageText.Of($"{cmdlet.Name}.md", $"""
        ---
        external help file: CisPosture.dll-Help.xml
        Module Name: CisPosture
        online version:
        schema: 2.0.0
        ---

        # {cmdlet.Name}

        ## SYNOPSIS

        {Mark.Of("what the cmdlet does, in one sentence")}

        ## SYNTAX

        ## DESCRIPTION

        {Mark.Of("what the cmdlet does, and what one must know before")}

        ## EXAMPLES

        ### Example 1: {Mark.Of("title")}

        ```powershell
        {Mark.Of("code")}
        ```

        {Mark.Of("what the example does")}

        ## PARAMETERS

        ## INPUTS

        {Types(cmdlet.Inputs)}

        ## OUTPUTS

        {Types(cmdlet.Outputs)}

        ## NOTES

        ## RELATED LINKS

        """), cmdlet);

    private static string Types(IReadOnlyList<string> names) => string.Join("\n\n", names.Select(name => $"### {name}{(name == "None" ? "" : "\n\n" + Mark.Of("what of it is used, or what it tells"))}"));

    private static string Parameters(PageText page, CmdletDescription cmdlet)
    {
        var written = Section(page, ParametersTitle).Sections;
        var parts = cmdlet.Parameters.Select(parameter =>
            $"### -{parameter.Name}\n\n{Prose(page, written.Find(section => section.Title == $"-{parameter.Name}"), parameter.Name)}\n\n{MechanicalText.Facts(parameter)}");
        return string.Join("\n", parts.Append($"### {CommonParametersTitle}\n\n{MechanicalText.CommonParameters}\n"));
    }

    private static string Prose(PageText page, PageSection? section, string name)
    {
        var prose = section is null ? string.Empty : page.Source([.. section.Blocks.Where(block => !block.IsFence("yaml"))]).Trim();
        return (prose, name) switch
        {
            ({ Length: > 0 }, _) => prose,
            (_, "WhatIf") => "Shows what would be done, and changes nothing.",
            (_, "Confirm") => "Asks before each change.",
            _ => Mark.Of($"what {name} says"),
        };
    }

    private static void Replace(StringBuilder text, PageText page, string title, string content)
    {
        var (start, end) = page.Extent(Section(page, title));
        text.Remove(start, end - start).Insert(start, $"\n{content}\n");
    }

    private static PageSection Section(PageText page, string title) => page.Head.Sections.Find(section => section.Title == title)
        ?? throw page.Wrong(page.Head.Line, $"The page has no section '## {title}'. Write the heading; what stands under it is filled in.");
}
