using CisPosture.Help.Formats;
using CisPosture.Help.Pages;

namespace CisPosture.Help;

/// <summary>Makes of a folder of pages the folder of help files that PowerShell looks for beside a module.</summary>
internal static class HelpFolder
{
    private const string TopicPrefix = "about_";
    private const string HelpFile = "CisPosture.dll-Help.xml";

    /// <summary>The pages of cmdlets in a folder.</summary>
    public static IEnumerable<string> CmdletPages(string folder) => Pages(folder).Where(file => !IsTopic(file));

    /// <summary>The pages of topics in a folder.</summary>
    public static IEnumerable<string> TopicPages(string folder) => Pages(folder).Where(IsTopic);

    /// <summary>Writes the help files. A file that a page no longer stands behind is the caller's to remove.</summary>
    /// <exception cref="AggregateException">Pages are wrong; holds one <see cref="PageException"/> for each.</exception>
    public static void Write(string pages, string output)
    {
        var problems = new List<PageException>();
        var cmdlets = Read(CmdletPages(pages), HelpPageReader.Read, problems);
        var topics = Read(TopicPages(pages), TopicReader.Read, problems);
        if (problems.Count > 0)
        {
            throw new AggregateException(problems);
        }

        Directory.CreateDirectory(output);
        Replace(Path.Combine(output, HelpFile), stream => MamlWriter.Write(stream, cmdlets));
        foreach (var topic in topics)
        {
            Replace(Path.Combine(output, $"{topic.Name}.help.txt"), stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(TopicWriter.Write(topic))));
        }
    }

    private static IEnumerable<string> Pages(string folder) => Directory.EnumerateFiles(folder, "*.md").Order(StringComparer.Ordinal);

    private static bool IsTopic(string file) => Path.GetFileName(file).StartsWith(TopicPrefix, StringComparison.Ordinal);

    private static List<T> Read<T>(IEnumerable<string> files, Func<PageText, T> read, List<PageException> problems)
    {
        var pages = new List<T>();
        foreach (var file in files)
        {
            try
            {
                pages.Add(read(PageText.Read(file)));
            }
            catch (PageException problem)
            {
                problems.Add(problem);
            }
        }

        return pages;
    }

    private static void Replace(string file, Action<Stream> write)
    {
        var draft = file + ".new";
        using (var stream = File.Create(draft))
        {
            write(stream);
        }

        File.Move(draft, file, overwrite: true);
    }
}
