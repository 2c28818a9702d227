using System.Management.Automation.Language;
using CisPosture.Tests.Engine;

namespace CisPosture.Tests.Scripts;

/// <summary>Get-Help finds what a script tells of itself only where the comment stands by itself.</summary>
public sealed class ScriptHelpTests
{
    /// <summary>The scripts that people start.</summary>
    public static TheoryData<string> Scripts => ["build.ps1", .. Directory.EnumerateFiles(Path.Combine(BuiltModule.Root, "samples"), "*.ps1").Select(file => "samples/" + Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Scripts))]
    public void A_script_tells_of_itself_and_of_each_parameter(string script)
    {
        var tree = Parser.ParseFile(Path.Combine(BuiltModule.Root, script), out _, out _);
        var help = tree.GetHelpContent();

        Assert.True(help is not null, $"{script}: Get-Help finds no comment; put an empty line above it.");
        Assert.All([help.Synopsis, help.Description], text => Assert.False(string.IsNullOrWhiteSpace(text)));
        Assert.NotEmpty(help.Examples);
        Assert.Equal(
            tree.ParamBlock.Parameters.Select(parameter => parameter.Name.VariablePath.UserPath.ToUpperInvariant()).Order(StringComparer.Ordinal),
            help.Parameters.Keys.Order(StringComparer.Ordinal));
        Assert.All(help.Parameters.Values, text => Assert.False(string.IsNullOrWhiteSpace(text)));
    }
}
