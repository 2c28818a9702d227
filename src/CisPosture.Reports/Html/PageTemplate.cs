using System.Text.Encodings.Web;
using System.Text.Unicode;
using Fluid;
using Fluid.Ast;
using Microsoft.Extensions.FileProviders;

namespace CisPosture.Reports.Html;

/// <summary>The template of the page. Whatever it puts out is encoded for HTML, but for what it marks as its own text.</summary>
internal static class PageTemplate
{
    private const string Findings = "findings";

    // Letters of every language stay as they are, which keeps a page small and readable in an editor; what means something in HTML never does.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private static readonly TemplateOptions Options = CreateOptions();
    private static readonly IFluidTemplate Page = Parse("page.liquid");

    /// <summary>Writes the page.</summary>
    /// <param name="page">What stands in it.</param>
    /// <param name="findings">The findings, written where the template says.</param>
    /// <param name="writer">Where to.</param>
    public static void Render(ReportPage page, FindingBlocks findings, TextWriter writer)
    {
        var context = new TemplateContext(page, Options);
        context.AmbientValues[Findings] = findings;
        // Nothing in it waits for anything: whoever writes a report does so on a thread of their own.
        Page.RenderAsync(writer, Encoder, context).AsTask().GetAwaiter().GetResult();
    }

    private static TemplateOptions CreateOptions()
    {
        var options = new TemplateOptions
        {
            FileProvider = new EmbeddedFileProvider(typeof(PageTemplate).Assembly, typeof(PageTemplate).Namespace),
            // A misspelled name would be an empty place otherwise.
            StrictVariables = true,
            StrictFilters = true,
        };
        options.MemberAccessStrategy = new UnsafeMemberAccessStrategy { MemberNameStrategy = MemberNameStrategies.CamelCase };
        options.ModelNamesComparer = StringComparer.OrdinalIgnoreCase;
        return options;
    }

    private static IFluidTemplate Parse(string name)
    {
        var parser = new FluidParser();
        parser.RegisterEmptyTag(Findings, static (writer, _, context) =>
        {
            ((FindingBlocks)context.AmbientValues[Findings]).Write(writer);
            return new ValueTask<Completion>(Completion.Normal);
        });
        Options.TemplateCache = null;
        return parser.Parse(EmbeddedText.Read(name).Text);
    }
}
