namespace CisPosture.Help.Pages;

/// <summary>Holds the page of an about topic to its form.</summary>
internal static class TopicReader
{
    /// <summary>What PowerShell asks a topic for.</summary>
    public const string ShortTitle = "SHORT DESCRIPTION";

    private const string LongTitle = "LONG DESCRIPTION";

    /// <summary>Reads a page.</summary>
    /// <exception cref="PageException">It is not of the form; the message names file and line.</exception>
    public static HelpTopic Read(PageText page)
    {
        if (page.Head.Title != Path.GetFileNameWithoutExtension(page.File))
        {
            throw page.Wrong(page.Head.Line, $"The heading is '{page.Head.Title}', the file is called {Path.GetFileName(page.File)}. Both are the topic's name.");
        }

        return page.Head is { Blocks: [], Sections: [{ Title: ShortTitle, Blocks: [_, ..] }, { Title: LongTitle }, ..] }
            ? new HelpTopic(page.Head.Title, [.. page.Head.Sections.Select(section => Part(page, section))])
            : throw page.Wrong(page.Head.Line, $"A topic begins with the sections '## {ShortTitle}' and '## {LongTitle}'.");
    }

    private static TopicPart Part(PageText page, PageSection section) =>
        new(section.Title, section.Level, ProseReader.Read(page, section.Blocks), [.. section.Sections.Select(below => Part(page, below))]);
}
