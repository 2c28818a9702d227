using System.Management.Automation;
using System.Management.Automation.Host;
using System.Reflection;

namespace CisPosture.Views;

/// <summary>
/// The colours of $PSStyle. The word always stays, so nothing is lost without them. Windows PowerShell has no $PSStyle and nothing that takes escape sequences out again where
/// output turns out to go to a file or a variable; there are no colours.
/// </summary>
internal sealed class Palette
{
    private const string Style = "System.Management.Automation.PSStyle";
    private const string PlainText = "PlainText";

    private readonly object _style;

    private Palette(object style) => _style = style;

    /// <summary>The colours for a host.</summary>
    /// <param name="host">The host.</param>
    /// <returns>The colours; null where its screen is not to be coloured.</returns>
    public static Palette? Of(PSHost? host) => Of(host, Console.IsOutputRedirected, Environment.GetEnvironmentVariable("NO_COLOR"));

    /// <summary>The colours for a host.</summary>
    /// <param name="host">The host.</param>
    /// <param name="isRedirected">Whether standard output is no screen.</param>
    /// <param name="noColor">What the variable NO_COLOR says; anything but nothing asks for none.</param>
    /// <returns>The colours; null where its screen is not to be coloured.</returns>
    public static Palette? Of(PSHost? host, bool isRedirected, string? noColor)
    {
        if (isRedirected || !string.IsNullOrEmpty(noColor) || host?.UI is not { SupportsVirtualTerminal: true })
        {
            return null;
        }

        var style = typeof(PSObject).Assembly.GetType(Style)?.GetProperty("Instance", BindingFlags.Public | BindingFlags.Static)?.GetValue(null);
        return style is null || Member(style, "OutputRendering")?.ToString() == PlainText ? null : new Palette(style);
    }

    /// <summary>Colours a status, a verdict, a difference or an outcome.</summary>
    /// <param name="word">Passed, Failed, New and so on.</param>
    /// <returns>The word between escape sequences.</returns>
    public string Status(string word) => Paint(word, word switch
    {
        "Passed" or "Fixed" or "GoneResource" or "Complete" or "Done" or "AlreadyDone" or "Changed" or "AlreadyCompliant" => Foreground("Green"),
        "Failed" or "New" or "Incomplete" or "Interrupted" => Foreground("Red"),
        "Warning" or "StillFailing" or "PendingConfirmation" or "Running" => Foreground("Yellow"),
        "NotAvailable" or "Unknown" or "NotJudged" => Foreground("Magenta"),
        _ => string.Empty,
    });

    /// <summary>Makes the severities that cannot wait stand out.</summary>
    /// <param name="word">Critical, High, Medium or Low.</param>
    /// <returns>The word, for the first two between escape sequences.</returns>
    public string Severity(string word) => Paint(word, word switch
    {
        "Critical" => Text("Bold") + Foreground("Red"),
        "High" => Text("Bold"),
        _ => string.Empty,
    });

    private static object? Member(object source, string name) => source.GetType().GetProperty(name)?.GetValue(source);

    private string Paint(string word, string colour) => colour.Length == 0 ? word : colour + word + Text("Reset");

    private string Foreground(string colour) => Member(_style, "Foreground") is { } colours ? Member(colours, colour) as string ?? string.Empty : string.Empty;

    private string Text(string name) => Member(_style, name) as string ?? string.Empty;
}
