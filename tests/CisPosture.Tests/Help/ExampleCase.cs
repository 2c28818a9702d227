using System.Management.Automation.Language;
using CisPosture.Help.Pages;

namespace CisPosture.Tests.Help;

/// <summary>An example of a page.</summary>
/// <param name="Name">What a test calls it: the cmdlet and the example's heading.</param>
/// <param name="Example">The example.</param>
internal sealed record ExampleCase(string Name, HelpExample Example)
{
    /// <summary>The examples of all pages.</summary>
    public static IReadOnlyList<ExampleCase> All { get; } =
        [.. HelpSource.Pages.SelectMany(page => page.Examples, (page, example) => new ExampleCase($"{page.Name}, {example.Title}", example))];

    /// <summary>Its commands, as one would type them one block after another.</summary>
    public string Code => string.Join("\n", Example.Code.Select(block => block.Code));

    /// <summary>Why it is not tried; null where it is.</summary>
    public string? NotRun => Example.Code.Select(block => block.Marks.NotRun).FirstOrDefault(reason => reason is not null);

    /// <summary>How many members the account's organization has.</summary>
    public int Members => Example.Code.Max(block => block.Marks.Members);

    /// <summary>Whether something has been repaired before.</summary>
    public bool IsRepaired => Example.Code.Any(block => block.Marks.IsRepaired);

    /// <summary>The ids of the errors that it writes.</summary>
    public IReadOnlyList<string> Errors => [.. Example.Code.SelectMany(block => block.Marks.Errors)];

    /// <summary>The commands that it calls.</summary>
    public IReadOnlyList<string> Commands => [.. CommandsIn(Code).Select(command => command.GetCommandName()).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>The calls in a text.</summary>
    public static IEnumerable<CommandAst> CommandsIn(string code)
    {
        var text = Parser.ParseInput(code, out _, out var errors);
        Assert.True(errors.Length == 0, $"This is no PowerShell: {string.Join("; ", errors.Select(error => error.Message))}\n{code}");
        return text.FindAll(part => part is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>();
    }
}
