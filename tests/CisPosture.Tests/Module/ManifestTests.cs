using System.Management.Automation;
using System.Reflection;
using CisPosture.Tests.Engine;

namespace CisPosture.Tests.Module;

public sealed class ManifestTests
{
    private static readonly Type[] Cmdlets =
    [
        .. typeof(CisPosture.Commands.CisCmdlet).Assembly.GetExportedTypes().Where(type => type.GetCustomAttribute<CmdletAttribute>() is not null),
    ];

    public static TheoryData<string> CmdletNames => [.. Cmdlets.Select(Name)];

    [Fact]
    public void The_manifest_bears_the_version_of_the_build()
    {
        using var session = ModuleSession.Open();
        var version = session.Run("(Get-Module CisPosture).Version.ToString()");
        Assert.Equal(BuiltModule.Version, Assert.Single(version.Output).ToString());
    }

    [Fact]
    public void The_manifest_exports_every_cmdlet_and_nothing_else()
    {
        using var session = ModuleSession.Open();
        var exported = session.Run("(Get-Module CisPosture).ExportedCommands.Keys");
        Assert.Equal(Cmdlets.Select(Name).Order(StringComparer.Ordinal), exported.Output.Select(name => name.ToString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_manifest_is_one_that_PowerShell_finds_no_fault_with()
    {
        var module = Tested();

        Assert.Equal(BuiltModule.Version, module.Version.ToString());
        Assert.Equal(new Version(5, 1), module.PowerShellVersion);
        Assert.Equal(new Version(4, 7, 2), module.DotNetFrameworkVersion);
        Assert.Equal(new Version(4, 0), module.ClrVersion);
        Assert.Equal(["Core", "Desktop"], module.CompatiblePSEditions);
        Assert.Equal(Cmdlets.Select(Name).Order(StringComparer.Ordinal), module.ExportedCmdlets.Keys.Order(StringComparer.Ordinal));
        Assert.Empty(module.ExportedFunctions);
        Assert.Empty(module.ExportedAliases);
        Assert.Empty(module.ExportedVariables);
        Assert.Single(module.ExportedFormatFiles);
        Assert.Single(module.ExportedTypeFiles);
        Assert.Contains("AWS", module.Tags);
        Assert.Equal("https://licenses.nuget.org/MIT", module.LicenseUri.ToString());
    }

    [Fact]
    public void AWS_Tools_are_named_but_not_required()
    {
        var data = (System.Collections.Hashtable)((System.Collections.Hashtable)Tested().PrivateData)["PSData"]!;

        Assert.Equal("AWS.Tools.Common", Assert.Single((object[])data["ExternalModuleDependencies"]!));
        Assert.Empty(Tested().RequiredModules);
    }

    [Fact]
    public void The_release_notes_are_the_lead_of_the_newest_section_of_the_changelog()
    {
        var lead = File.ReadLines(Path.Combine(BuiltModule.Root, "CHANGELOG.md"))
            .SkipWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Skip(1)
            .TakeWhile(line => !line.StartsWith('#'))
            .Where(line => line.Length > 0);

        Assert.Equal(string.Join(' ', lead), Tested().ReleaseNotes);
    }

    [Theory]
    [MemberData(nameof(CmdletNames))]
    public void A_cmdlet_has_an_approved_verb_a_singular_noun_and_says_what_it_emits(string name)
    {
        var type = Cmdlets.Single(cmdlet => Name(cmdlet) == name);
        var parts = name.Split('-');
        Assert.Contains(parts[0], ApprovedVerbs());
        Assert.Matches("^Cis[A-Z][a-z]+([A-Z][a-z]+)*$", parts[1]);
        Assert.False(parts[1].EndsWith('s'), $"{parts[1]} is a plural.");
        Assert.NotEmpty(type.GetCustomAttributes<OutputTypeAttribute>());
        Assert.True(type.IsSealed);
    }

    [Theory]
    [InlineData("ProfileName", "StoredCredentials", "AWSProfileName")]
    [InlineData("ProfileLocation", "AWSProfilesLocation", "ProfilesLocation")]
    [InlineData("Region", "RegionToCall")]
    [InlineData("AccessKey", "AK")]
    [InlineData("SecretKey", "SK", "SecretAccessKey")]
    [InlineData("SessionToken", "ST")]
    [InlineData("Credential")]
    [InlineData("EndpointUrl")]
    public void AWS_parameters_are_spelt_as_in_AWS_Tools(string parameter, params string[] aliases)
    {
        using var session = ModuleSession.Open();
        foreach (var command in new[] { "Test-CisControl", "Export-CisSnapshot" })
        {
            var found = session.Run("(Get-Command $args[0]).Parameters[$args[1]].Aliases", command, parameter);
            Assert.Equal(aliases.Order(StringComparer.Ordinal), found.Output.Select(alias => alias.ToString()).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void The_module_can_be_removed_and_imported_again()
    {
        using var session = ModuleSession.Open();
        var count = session.Run("Remove-Module CisPosture; Import-Module $args[0] -Force; (Get-CisControl).Count", BuiltModule.Manifest);
        Assert.Equal(43, Assert.Single(count.Output).BaseObject);
    }

    private static PSModuleInfo Tested()
    {
        using var session = ModuleSession.Open();
        var test = session.Run("Test-ModuleManifest -Path $args[0] -ErrorAction Stop", BuiltModule.Manifest);
        Assert.True(test is { Failure: null, Errors: [] }, $"{test.Failure} {string.Join("; ", test.Errors)}");
        return Assert.IsType<PSModuleInfo>(Assert.Single(test.Output).BaseObject);
    }

    private static string Name(Type cmdlet)
    {
        var attribute = cmdlet.GetCustomAttribute<CmdletAttribute>()!;
        return $"{attribute.VerbName}-{attribute.NounName}";
    }

    private static IEnumerable<string> ApprovedVerbs() =>
        new[] { typeof(VerbsCommon), typeof(VerbsCommunications), typeof(VerbsData), typeof(VerbsDiagnostic), typeof(VerbsLifecycle), typeof(VerbsOther), typeof(VerbsSecurity) }
            .SelectMany(group => group.GetFields())
            .Select(field => (string)field.GetRawConstantValue()!);
}
