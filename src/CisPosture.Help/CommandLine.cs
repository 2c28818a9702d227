using System.CommandLine;
using System.Management.Automation;
using System.Reflection;
using CisPosture.Help.Cmdlets;
using CisPosture.Help.Pages;

namespace CisPosture.Help;

/// <summary>The program: reads the arguments and does what they say.</summary>
internal sealed class CommandLine(TextWriter output, TextWriter error)
{
    private const int Failure = 1;

    private static string Root => typeof(CommandLine).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    public int Run(IReadOnlyList<string> arguments)
    {
        var root = new RootCommand("Makes the module's help of its pages, and keeps the pages true to the cmdlets.") { ConvertCommand(), RefreshCommand() };
        return root.Parse(arguments).Invoke(new InvocationConfiguration { Output = output, Error = error });
    }

    private static Option<DirectoryInfo> Pages() => new("--pages") { Description = "The folder of the pages", DefaultValueFactory = _ => new DirectoryInfo(Path.Combine(Root, "docs", "en-US")) };

    private Command ConvertCommand()
    {
        var pages = Pages();
        var folder = new Option<DirectoryInfo>("--output") { Description = "The folder of the help files", Required = true };
        var command = new Command("convert", "Makes help files of the pages.") { pages, folder };
        command.SetAction(result => Guard(() => HelpFolder.Write(result.GetRequiredValue(pages).FullName, result.GetRequiredValue(folder).FullName)));
        return command;
    }

    private Command RefreshCommand()
    {
        var pages = Pages();
        var module = new Option<FileInfo>("--module") { Description = "The manifest of the built module", DefaultValueFactory = _ => new FileInfo(Path.Combine(Root, "CisPosture.psd1")) };
        var command = new Command("refresh", "Writes parameter sets and the facts of parameters into the pages, and a page for each cmdlet that has none. Build the module before.") { pages, module };
        command.SetAction(result => Guard(() => Refresh(result.GetRequiredValue(pages), result.GetRequiredValue(module))));
        return command;
    }

    private void Refresh(DirectoryInfo pages, FileInfo module)
    {
        pages.Create();
        foreach (var cmdlet in ModuleCmdlets.Of(module.FullName))
        {
            var file = Path.Combine(pages.FullName, $"{cmdlet.Name}.md");
            var former = File.Exists(file) ? PageText.Read(file) : null;
            var text = former is null ? PageRefresh.Skeleton(cmdlet) : PageRefresh.Refresh(former, cmdlet);
            foreach (var stranger in former is null ? [] : PageRefresh.Strangers(former, cmdlet))
            {
                output.WriteLine($"{file}: {stranger} is taken out, because the cmdlet does not have it.");
            }

            if (text != former?.Text)
            {
                File.WriteAllText(file, text);
                output.WriteLine($"{file}: {(former is null ? "begun" : "refreshed")}");
            }
        }
    }

    private int Guard(Action work)
    {
        try
        {
            work();
            return 0;
        }
        catch (AggregateException problems)
        {
            foreach (var problem in problems.InnerExceptions)
            {
                error.WriteLine(problem.Message);
            }

            return Failure;
        }
        catch (Exception problem) when (problem is PageException or RuntimeException or IOException or UnauthorizedAccessException)
        {
            error.WriteLine(problem.Message);
            return Failure;
        }
    }
}
