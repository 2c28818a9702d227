using System.ComponentModel;
using System.Management.Automation;
using System.Management.Automation.Host;

namespace CisPosture.Views;

/// <summary>Colours words for hosts that show colours. The word always stays, so nothing is lost without them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Terminal
{
    private const string Reset = "\u001b[0m";

    /// <summary>Tells whether a host's screen is to be coloured.</summary>
    /// <param name="host">The host.</param>
    /// <returns>True where it understands escape sequences and the user wants colours.</returns>
    public static bool IsColoured(PSHost? host) =>
        host?.UI is { SupportsVirtualTerminal: true }
        && !Console.IsOutputRedirected
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && IsRenderedByEngine();

    /// <summary>Colours a status.</summary>
    /// <param name="status">Passed, Failed, Unknown and so on.</param>
    /// <param name="isColoured">Whether to do so.</param>
    /// <returns>The word, perhaps between escape sequences.</returns>
    public static string Status(string status, bool isColoured) => Paint(status, isColoured, status switch
    {
        "Passed" => "\u001b[32m",
        "Failed" => "\u001b[31m",
        "Warning" => "\u001b[33m",
        _ => "\u001b[35m",
    });

    /// <summary>Colours what became of a finding.</summary>
    /// <param name="difference">New, Fixed and so on.</param>
    /// <param name="isColoured">Whether to do so.</param>
    /// <returns>The word, perhaps between escape sequences.</returns>
    public static string Difference(string difference, bool isColoured) => Paint(difference, isColoured, difference switch
    {
        "Fixed" or "GoneResource" => "\u001b[32m",
        "New" => "\u001b[31m",
        "NotJudged" => "\u001b[35m",
        _ => "\u001b[33m",
    });

    /// <summary>Makes the severities that cannot wait stand out.</summary>
    /// <param name="severity">Critical, High, Medium or Low.</param>
    /// <param name="isColoured">Whether to do so.</param>
    /// <returns>The word, perhaps between escape sequences.</returns>
    public static string Severity(string severity, bool isColoured) => Paint(severity, isColoured, severity switch
    {
        "Critical" => "\u001b[1;31m",
        "High" => "\u001b[1m",
        _ => string.Empty,
    });

    private static string Paint(string word, bool isColoured, string colour) =>
        isColoured && colour.Length > 0 ? colour + word + Reset : word;

    // Only editions with $PSStyle take escape sequences out again where output turns out to go to a file or a variable.
    private static bool IsRenderedByEngine()
    {
        var style = typeof(PSObject).Assembly.GetType("System.Management.Automation.PSStyle");
        var instance = style?.GetProperty("Instance")?.GetValue(null);
        var rendering = style?.GetProperty("OutputRendering")?.GetValue(instance)?.ToString();
        return rendering is not null and not "PlainText";
    }
}
