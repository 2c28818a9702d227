using System.Management.Automation;
using CisPosture.Tests.Engine;

namespace CisPosture.Tests.Help;

/// <summary>What Get-Help gives of the built help, in the engine.</summary>
public sealed class GetHelpTests : IDisposable
{
    private readonly ModuleSession _session = ModuleSession.Open();

    public static TheoryData<string> Names => HelpSource.CmdletNames;

    public void Dispose() => _session.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void Get_Help_tells_all_that_the_page_says(string name)
    {
        var page = HelpSource.Page(name);
        var help = Help(name);

        Assert.Equal(page.Synopsis, Text(help.Properties["Synopsis"].Value));
        Assert.Equal(page.Description.Count, Items(help, "description").Count);
        Assert.Equal(page.Syntaxes.Count, Items(help, "syntax", "syntaxItem").Count);
        Assert.Equal(page.Inputs.Select(type => type.Name), Items(help, "inputTypes", "inputType").Select(type => Text(Member(type, "type", "name"))));
        Assert.Equal(page.Outputs.Select(type => type.Name), Items(help, "returnValues", "returnValue").Select(type => Text(Member(type, "type", "name"))));
        Assert.Equal(page.Links.Select(link => link.Text), Items(help, "relatedLinks", "navigationLink").Select(link => Text(Member(link, "linkText"))));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Get_Help_tells_of_every_parameter_what_it_means_and_how_it_is_given(string name)
    {
        var parameters = Items(Help(name), "parameters", "parameter").ToDictionary(parameter => Text(Member(parameter, "name")), StringComparer.Ordinal);

        Assert.Equal(HelpSource.Cmdlet(name).Parameters.Select(parameter => parameter.Name).Order(StringComparer.Ordinal), parameters.Keys.Order(StringComparer.Ordinal));
        Assert.All(HelpSource.Page(name).Parameters, parameter =>
        {
            var shown = parameters[parameter.Name];
            Assert.Equal(parameter.Text[0].Text, Text(Items(shown, "description")[0].Properties["Text"].Value));
            Assert.Equal(parameter.Uses[0].Type, Text(Member(shown, "parameterValue")));
            Assert.Equal(parameter.Uses[0].IsRequired, bool.Parse(Text(Member(shown, "required"))));
            Assert.Equal(parameter.Uses[0].TakesWildcards, bool.Parse(Text(Member(shown, "globbing"))));
            Assert.Equal(parameter.Uses[0].Default, Text(Member(shown, "defaultValue")));
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Get_Help_shows_every_example(string name)
    {
        var examples = Items(Help(name), "examples", "example");

        Assert.Equal(HelpSource.Page(name).Examples.Count, examples.Count);
        Assert.All(HelpSource.Page(name).Examples.Zip(examples), pair =>
        {
            Assert.Contains(pair.First.Title, Text(Member(pair.Second, "title")), StringComparison.Ordinal);
            Assert.Contains(pair.First.Code[0].Code, Text(Member(pair.Second, "code")), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Get_Help_finds_every_topic_by_its_name_and_by_a_pattern()
    {
        var found = _session.Run("Get-Help -Name about_CisPosture*").Output;

        Assert.Equal(HelpSource.Topics.Select(topic => topic.Name).Order(StringComparer.Ordinal), found.Select(topic => Text(topic.Properties["Name"].Value)).Order(StringComparer.Ordinal));
        Assert.All(HelpSource.Topics, topic =>
        {
            var shown = Assert.Single(_session.Run("Get-Help -Name $args[0]", topic.Name + "*").Output, help => Text(help.Properties["Name"].Value) == topic.Name);
            Assert.StartsWith(Text(shown.Properties["Synopsis"].Value).TrimEnd('.'), topic.Parts[0].Text[0].Text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task The_console_has_the_help_too()
    {
        var run = await ConsoleRun.OfAsync("-Command", "(Get-Help Get-CisScan).Synopsis; (Get-Help about_CisPosture_Errors).Name");

        Assert.Equal($"{HelpSource.Page("Get-CisScan").Synopsis}\nabout_CisPosture_Errors", run.Text);
    }

    private PSObject Help(string name)
    {
        var run = _session.Run("Get-Help -Name $args[0] -Full", name);
        Assert.True(run is { Failure: null, Errors: [] }, $"Get-Help {name}: {run.Failure} {string.Join("; ", run.Errors)}");
        var help = Assert.Single(run.Output);
        Assert.True(help.TypeNames.Contains("MamlCommandHelpInfo#FullView"), $"Get-Help finds no help of {name} in {BuiltModule.HelpFolder}, only what it makes up itself. Build the solution.");
        return help;
    }

    private static IReadOnlyList<PSObject> Items(PSObject owner, params string[] path) => Member(owner, path) switch
    {
        null => [],
        object[] several => [.. several.Select(PSObject.AsPSObject)],
        var one => [PSObject.AsPSObject(one)],
    };

    private static object? Member(PSObject owner, params string[] path)
    {
        var value = path.Aggregate((object?)owner, (current, name) => current is null ? null : PSObject.AsPSObject(current).Properties[name]?.Value);
        return value is PSObject { BaseObject: object[] several } ? several : value;
    }

    private static string Text(object? value) => value?.ToString()?.Trim() ?? string.Empty;
}
