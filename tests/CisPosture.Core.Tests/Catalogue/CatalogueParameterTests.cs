namespace CisPosture.Core.Tests.Catalogue;

/// <summary>What the catalogue says about the parameters of controls.</summary>
public sealed class CatalogueParameterTests
{
    private static readonly string[] AlarmParameters = ["PatternMode", "AcceptLaterPatterns", "CheckAlarmThreshold", "FollowCompositeAlarms", "TrustOrganizationTrail"];

    private static IReadOnlyList<CisControl> Controls => BenchmarkCatalogue.Current.Controls;

    [Theory]
    [InlineData("1.3", "MaxCredentialUsageAge", 90, 1, 3650)]
    [InlineData("1.4", "MaxAccessKeyAge", 90, 1, 3650)]
    [InlineData("1.9", "MinimumPasswordLength", 14, 6, 128)]
    [InlineData("1.10", "PasswordReusePrevention", 24, 1, 24)]
    [InlineData("1.11", "MaxPasswordAge", 90, 1, 1095)]
    [InlineData("1.1", "RootUsageWindowDays", 90, 0, 3650)]
    public void Numbers_have_the_benchmarks_default_and_the_range_that_AWS_allows(string id, string name, int fallback, int minimum, int maximum)
    {
        var parameter = Parameter(id, name);
        Assert.Equal("Integer", parameter.Type);
        Assert.Equal((fallback.ToString(System.Globalization.CultureInfo.InvariantCulture), minimum, maximum), (parameter.Default, parameter.Minimum, parameter.Maximum));
    }

    [Theory]
    [InlineData("1.16", "NoSesExemption")]
    [InlineData("1.20", "RequireRole")]
    [InlineData("1.22", "IncludeNotAction")]
    [InlineData("2.1", "TrustOrganizationTrail")]
    [InlineData("2.4", "RequireRecentDelivery")]
    [InlineData("2.8", "IncludeNotApplicable")]
    [InlineData("2.9", "RequireDelivery")]
    [InlineData("4.1", "IPv4Only")]
    [InlineData("4.1", "InUseOnly")]
    [InlineData("4.2", "IPv4Only")]
    [InlineData("4.2", "InUseOnly")]
    [InlineData("4.2", "IncludeUdp")]
    public void Switches_are_off_unless_asked_for(string id, string name)
    {
        var parameter = Parameter(id, name);
        Assert.Equal(("Boolean", "false"), (parameter.Type, parameter.Default));
    }

    [Fact]
    public void Global_resources_are_demanded_of_every_Region_unless_one_is_named()
    {
        var parameter = Parameter("2.5", "GlobalResourceRegion");
        Assert.Equal(("Text", string.Empty), (parameter.Type, parameter.Default));
    }

    [Fact]
    public void Alarm_controls_compare_patterns_by_meaning_unless_told_otherwise()
    {
        foreach (var control in Controls.Where(control => control.FilterPattern is not null))
        {
            Assert.Equal(AlarmParameters, control.Parameters.Select(parameter => parameter.Name).Where(name => name != "RootUsageWindowDays"));
            var mode = Parameter(control.Id, "PatternMode");
            Assert.Equal(("Choice", "Equivalent"), (mode.Type, mode.Default));
            Assert.Equal(["Exact", "Equivalent", "AtLeast"], mode.Choices);
        }
    }

    [Fact]
    public void Controls_not_named_here_have_no_parameters()
    {
        string[] named = ["1.1", "1.3", "1.4", "1.9", "1.10", "1.11", "1.16", "1.20", "1.22", "2.1", "2.4", "2.5", "2.8", "2.9", "4.1", "4.2"];
        Assert.Equal(named, Controls.Where(control => control.Parameters.Count > 0 && control.Number.Chapter != 3).Select(control => control.Id));
    }

    [Fact]
    public void Parameters_of_one_name_have_one_type_and_default_so_that_one_value_fits_all()
    {
        foreach (var named in Controls.SelectMany(control => control.Parameters).GroupBy(parameter => parameter.Name, StringComparer.OrdinalIgnoreCase))
        {
            Assert.Single(named.Select(parameter => (parameter.Name, parameter.Type, parameter.Default, parameter.Minimum, parameter.Maximum)).Distinct());
        }
    }

    [Fact]
    public void Every_default_fits_its_own_parameter() =>
        Assert.All(Controls, control => Assert.NotNull(ControlParameterSet.Empty.For(control, isStrict: false)));

    [Fact]
    public void Every_parameter_says_what_it_does() =>
        Assert.All(Controls.SelectMany(control => control.Parameters), parameter => Assert.EndsWith(".", parameter.Description, StringComparison.Ordinal));

    private static ControlParameter Parameter(string id, string name) =>
        Assert.Single(BenchmarkCatalogue.Current[id].Parameters, parameter => parameter.Name == name);
}
