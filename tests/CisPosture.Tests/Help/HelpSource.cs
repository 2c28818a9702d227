using CisPosture.Help;
using CisPosture.Help.Cmdlets;
using CisPosture.Help.Pages;
using CisPosture.Tests.Engine;

namespace CisPosture.Tests.Help;

/// <summary>The pages from which the help is made, and the cmdlets that it is about.</summary>
internal static class HelpSource
{
    private static readonly Lazy<IReadOnlyList<CmdletDescription>> Described = new(() => ModuleCmdlets.Of(BuiltModule.Manifest));
    private static readonly Lazy<IReadOnlyList<HelpPage>> ReadPages = new(() => [.. HelpFolder.CmdletPages(Folder).Select(file => HelpPageReader.Read(PageText.Read(file)))]);
    private static readonly Lazy<IReadOnlyList<HelpTopic>> ReadTopics = new(() => [.. HelpFolder.TopicPages(Folder).Select(file => TopicReader.Read(PageText.Read(file)))]);

    /// <summary>Where the pages are.</summary>
    public static string Folder => Path.Combine(BuiltModule.Root, "docs", "en-US");

    /// <summary>What the engine knows of each cmdlet.</summary>
    public static IReadOnlyList<CmdletDescription> Cmdlets => Described.Value;

    /// <summary>The pages of the cmdlets.</summary>
    public static IReadOnlyList<HelpPage> Pages => ReadPages.Value;

    /// <summary>The topics.</summary>
    public static IReadOnlyList<HelpTopic> Topics => ReadTopics.Value;

    /// <summary>The names of the cmdlets, for theories.</summary>
    public static TheoryData<string> CmdletNames => [.. HelpFolder.CmdletPages(Folder).Select(file => Path.GetFileNameWithoutExtension(file))];

    /// <summary>A page by its cmdlet.</summary>
    public static HelpPage Page(string name) => Pages.Single(page => page.Name == name);

    /// <summary>A cmdlet by its name.</summary>
    public static CmdletDescription Cmdlet(string name) => Cmdlets.Single(cmdlet => cmdlet.Name == name);

    /// <summary>The sections of a topic and all below them.</summary>
    public static IEnumerable<TopicPart> AllParts(IEnumerable<TopicPart> parts) => parts.SelectMany(part => AllParts(part.Parts).Prepend(part));
}
