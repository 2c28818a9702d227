using System.Management.Automation.Language;

namespace CisPosture.Tests.Help;

/// <summary>Every example of every page is tried, on a sandbox of its own. What one needs beforehand is told by marks on its page; docs/testing.md lists them.</summary>
public sealed class ExampleTests(ExampleRuns runs) : IClassFixture<ExampleRuns>
{
    // Examples that cannot be tried here. Each says why; one more than these is one too many until somebody has thought about it.
    private const int NotRun = 0;

    public static TheoryData<string> Names => [.. ExampleCase.All.Select(example => example.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_example_does_what_its_page_says(string name)
    {
        var example = ExampleCase.All.Single(example => example.Name == name);
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Examples write into the user's data directory, which on Windows cannot be put elsewhere.");
        Assert.SkipWhen(example.NotRun is not null, $"The page says: {example.NotRun}.");
        Assert.SkipWhen(
            runs.BareCommands is not null && !example.Commands.All(runs.BareCommands.Contains),
            $"A bare engine has no {string.Join(", ", example.Commands.Where(command => runs.BareCommands?.Contains(command) != true))}, and there is no pwsh: run 'dotnet tool restore'.");
        var result = runs.Of(name);

        Assert.True(result is not null, "The example was left out.");
        Assert.True(
            result.Errors.Count == example.Errors.Count && result.Errors.Zip(example.Errors).All(pair => pair.First.StartsWith($"{pair.Second},", StringComparison.Ordinal)),
            $"{name} writes these errors: [{string.Join("; ", result.Errors)}], and ought to write [{string.Join(", ", example.Errors)}]. Mend the example, or mark what it writes.\n{example.Code}");
        Assert.Empty(result.Faults);
        if (runs.BareCommands is null)
        {
            var written = result.Output.Split('\n').Select(Words).ToHashSet(StringComparer.Ordinal);
            Assert.All(Shown(example), line => Assert.True(written.Contains(line), $"The page shows that {name} writes the line '{line}'. It writes:\n{result.Output}"));
        }
    }

    [Fact]
    public void No_example_goes_untried_unnoticed()
    {
        var reasons = ExampleCase.All.Where(example => example.NotRun is not null).Select(example => $"{example.Name}: {example.NotRun}").ToList();

        Assert.True(reasons.Count == NotRun, $"{reasons.Count} examples say that they are not run, {NotRun} is known: {string.Join("; ", reasons)}. Make them run, or change the number in this test.");
        Assert.NotEmpty(ExampleCase.All);
    }

    [Fact]
    public void An_error_that_an_example_writes_is_one_of_the_module() =>
        Assert.All(ExampleCase.All.SelectMany(example => example.Errors), id => Assert.NotNull(typeof(ErrorId).GetField(id)));

    [Fact]
    public void Commands_on_pages_are_PowerShell_and_name_parameters_that_there_are()
    {
        var inTopics = HelpSource.AllParts(HelpSource.Topics.SelectMany(topic => topic.Parts)).SelectMany(part => part.Text).Where(block => block.IsCode && NamesCmdlet(block.Text)).Select(block => block.Text).ToList();

        Assert.NotEmpty(inTopics);
        Assert.All(inTopics.Concat(ExampleCase.All.Select(example => example.Code)).SelectMany(ExampleCase.CommandsIn), AssertOwn);
    }

    private static bool NamesCmdlet(string code) => HelpSource.Cmdlets.Any(cmdlet => code.Contains(cmdlet.Name, StringComparison.Ordinal));

    private static void AssertOwn(CommandAst command)
    {
        if (HelpSource.Cmdlets.FirstOrDefault(cmdlet => cmdlet.Name == command.GetCommandName()) is not { } cmdlet)
        {
            return;
        }

        var known = cmdlet.Parameters.SelectMany(parameter => parameter.Aliases.Prepend(parameter.Name)).Concat(System.Management.Automation.Cmdlet.CommonParameters).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Assert.All(
            command.CommandElements.OfType<CommandParameterAst>(),
            parameter => Assert.True(known.Contains(parameter.ParameterName), $"{cmdlet.Name} has no parameter -{parameter.ParameterName}, as docs/en-US says: {command}"));
    }

    // The first line of what a page shows is the heading of a table or of a group. Numbers, names and times below it, and how wide its columns are, may be another day's.
    private static IEnumerable<string> Shown(ExampleCase example) => example.Example.Code
        .Select(block => block.Output?.Split('\n').Select(Words).FirstOrDefault(line => line.Length > 0))
        .OfType<string>();

    private static string Words(string line) => string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
