using System.Globalization;
using System.Management.Automation;
using System.Text.RegularExpressions;
using CisPosture.Tests.Engine;

namespace CisPosture.Tests.Views;

/// <summary>What the engine's own formatter puts on a screen.</summary>
public sealed class ScreenTests
{
    private static readonly int[] Widths = [80, 120];

    public static TheoryData<string, int> Screens
    {
        get
        {
            var screens = new TheoryData<string, int>();
            foreach (var (view, width) in ScreenViews.All.SelectMany(view => Widths.Select(width => (view, width))))
            {
                screens.Add(view.Name, width);
            }

            return screens;
        }
    }

    public static TheoryData<string> Views => [.. FormatFile.Names];

    [Theory]
    [MemberData(nameof(Screens))]
    public void A_view_looks_as_it_is_written_down_and_fits(string name, int width)
    {
        var view = ScreenViews.All.Single(candidate => candidate.Name == name);

        var screen = Show(width, view.Script, view.Objects);

        var wide = screen.Split('\n').Where(line => line.Length >= width).ToList();
        Assert.True(wide.Count == 0, $"These lines of '{name}' take the last of {width} columns or go beyond it:\n{string.Join("\n", wide)}");
        Assert.DoesNotContain(screen, IsHarmful);
        new ScreenFile(name, width).Holds(screen);
    }

    // The formatter breaks lines between words in a few languages, of which English is one, and inside of them in all others.
    [Theory]
    [InlineData("findings")]
    [InlineData("finding-list-accepted")]
    [InlineData("controls")]
    [InlineData("scans")]
    [InlineData("repair-steps")]
    public void A_view_is_the_same_in_a_language_in_which_the_formatter_breaks_between_words(string name)
    {
        var view = ScreenViews.All.Single(candidate => candidate.Name == name);

        foreach (var width in Widths)
        {
            new ScreenFile(name, width).Holds(Show(width, $"[cultureinfo]::CurrentCulture = $args[1]; {view.Script}", view.Objects, new EnglishCulture()));
        }
    }

    [Fact]
    public void Every_view_is_written_down_and_nothing_else()
    {
        Assert.Equal(FormatFile.Names.Order(StringComparer.Ordinal), ScreenViews.All.Select(view => view.View).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.Equal(
            Screens.Select(row => new ScreenFile(row.Data.Item1, row.Data.Item2).Name).Order(StringComparer.Ordinal),
            ScreenFile.Names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Everything_that_a_cmdlet_emits_has_a_view()
    {
        var types = typeof(CisPosture.Commands.CisCmdlet).Assembly.GetExportedTypes()
            .SelectMany(type => type.GetCustomAttributes(typeof(OutputTypeAttribute), inherit: false).Cast<OutputTypeAttribute>())
            .SelectMany(output => output.Type.Select(type => type.Type))
            .Where(type => type.Namespace == nameof(CisPosture))
            .Select(type => type.FullName!)
            .Distinct(StringComparer.Ordinal)
            .ToList();

        Assert.True(types.Count >= 8, $"Only {types.Count} types of output were found.");
        Assert.Empty(types.Except(FormatFile.Views.SelectMany(FormatFile.TypesOf), StringComparer.Ordinal));
    }

    // With a text for every member that the view names, whatever its type is, as a file or a remote session may bring it.
    [Theory]
    [MemberData(nameof(Views))]
    public void What_AWS_calls_things_never_reaches_the_terminal_as_a_command(string name)
    {
        var view = FormatFile.Views.Single(candidate => candidate.Element("Name")!.Value == name);
        var source = new PSObject();
        source.Properties.Add(new PSNoteProperty("Unseen", string.Empty));
        foreach (var member in FormatFile.MembersOf(view).Distinct(StringComparer.Ordinal))
        {
            source.Properties.Add(new PSNoteProperty(member, IsCounted(member) ? new[] { ScreenSamples.Hostile } : ScreenSamples.Hostile));
        }

        var type = FormatFile.TypesOf(view)[0];
        source.TypeNames.Insert(0, view.Element("ListControl") is null ? type : "Listed." + type);
        source.Members.Add(new PSScriptMethod("ToString", ScriptBlock.Create($"'{ScreenSamples.Hostile}'")));

        var screen = Show(120, "$args[0] | Out-Default", source);

        Assert.DoesNotContain(screen, IsHarmful);
        Assert.Contains("u001B", screen.Replace("\n", string.Empty, StringComparison.Ordinal).Replace(" ", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void Findings_from_a_job_or_a_file_look_the_same(int width)
    {
        const string Deserialized = "$text = [System.Management.Automation.PSSerializer]::Serialize($args[0], 4); [System.Management.Automation.PSSerializer]::Deserialize($text) | Out-Default";

        Assert.Equal(Show(width, "$args[0] | Out-Default", ScreenSamples.Findings), Show(width, Deserialized, ScreenSamples.Findings));
        Assert.Equal(Show(width, "$args[0] | Out-Default", ScreenSamples.Mended), Show(width, Deserialized, ScreenSamples.Mended));
    }

    [Theory]
    [InlineData(40)]
    [InlineData(60)]
    [InlineData(100)]
    [InlineData(200)]
    public void Status_and_id_are_whole_on_any_screen(int width)
    {
        var lines = Show(width, "$args[0] | Out-Default", ScreenSamples.Findings).Split('\n');

        foreach (var finding in ScreenSamples.Findings)
        {
            Assert.Contains(lines, line => Regex.IsMatch(line, $@"^{finding.Status} +{finding.Severity} +{Regex.Escape(finding.ControlId)} ", RegexOptions.None, TimeSpan.FromSeconds(1)));
        }

        Assert.DoesNotContain(lines, line => line.Length > width);
    }

    [Theory]
    [InlineData("ControlId", "1.2")]
    [InlineData("Severity", "Medium")]
    public void Jobs_and_Clixml_carry_texts_however_deep_they_look(string member, string text)
    {
        using var session = ModuleSession.Open();
        var value = session.Run(
            "$text = [System.Management.Automation.PSSerializer]::Serialize($args[0], 6); [System.Management.Automation.PSSerializer]::Deserialize($text).($args[1])", ScreenSamples.NoMfa, member);
        Assert.Equal(text, Assert.Single(value.Output).BaseObject);
    }

    private static bool IsHarmful(char character) => (char.IsControl(character) && character != '\n') || character is '\u202E' or '\u2066';

    private static bool IsCounted(string member) => member is "Steps" or "Verdicts" or "ControlIds" or "AccountIds" or "NoteControlId" or "Notes";

    private static string Show(int width, string script, params object[] objects) => Show(width, script, objects, CultureInfo.InvariantCulture);

    private static string Show(int width, string script, object[] objects, CultureInfo culture)
    {
        var host = new RecordingHost(width: width);
        using var session = ModuleSession.Open(host, ListedObject.Formats);
        var run = session.Run(script, objects, culture);
        Assert.Null(run.Failure);
        Assert.Empty(run.Errors);
        return host.Screen;
    }

    // By its name the formatter knows a language; the tests run without the data of any.
    private sealed class EnglishCulture() : CultureInfo(string.Empty)
    {
        public override string TwoLetterISOLanguageName => "en";
    }
}
