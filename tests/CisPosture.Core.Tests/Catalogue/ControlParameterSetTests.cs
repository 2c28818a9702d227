using System.Collections;
using CisPosture.Controls;

namespace CisPosture.Core.Tests.Catalogue;

public sealed partial class ControlParameterSetTests
{
    private static readonly IReadOnlyList<CisControl> All = BenchmarkCatalogue.Current.Controls;

    [Fact]
    public void Without_a_table_every_control_has_its_defaults()
    {
        var settings = Settings("1.1", []);
        Assert.Equal("Equivalent", settings.Text("PatternMode"));
        Assert.False(settings.IsOn("AcceptLaterPatterns"));
        Assert.Equal(90, settings.Number("RootUsageWindowDays"));
        Assert.Equal(string.Empty, Settings("2.5", []).Text("GlobalResourceRegion"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Strictness_is_handed_on(bool isStrict) =>
        Assert.Equal(isStrict, ControlParameterSet.Empty.For(BenchmarkCatalogue.Current["1.1"], isStrict).IsStrict);

    [Fact]
    public void A_name_sets_the_parameter_of_every_control_that_has_it()
    {
        var set = ControlParameterSet.Read(new Hashtable { ["PatternMode"] = "AtLeast" }, All);
        Assert.All(All.Where(control => control.FilterPattern is not null), control => Assert.Equal("AtLeast", set.For(control, isStrict: false).Text("PatternMode")));
        Assert.Equal(90, set.For(BenchmarkCatalogue.Current["1.3"], isStrict: false).Number("MaxCredentialUsageAge"));
    }

    [Fact]
    public void A_table_under_an_id_sets_the_parameters_of_that_control_alone()
    {
        var table = new Hashtable { ["4.1"] = new Hashtable { ["IPv4Only"] = true } };
        Assert.True(Settings("4.1", table).IsOn("IPv4Only"));
        Assert.False(Settings("4.2", table).IsOn("IPv4Only"));
    }

    [Fact]
    public void A_table_under_a_pattern_sets_the_parameters_of_the_controls_that_match_and_have_them()
    {
        var table = new Hashtable { ["4.*"] = new Hashtable { ["InUseOnly"] = true } };
        Assert.True(Settings("4.1", table).IsOn("InUseOnly"));
        Assert.True(Settings("4.2", table).IsOn("InUseOnly"));
    }

    [Fact]
    public void Id_1_1_does_not_set_1_10() =>
        Assert.Equal(24, Settings("1.10", new Hashtable { ["1.1"] = new Hashtable { ["RootUsageWindowDays"] = 1 } }).Number("PasswordReusePrevention"));

    [Theory]
    [InlineData("2.1.")]
    [InlineData(" 2.1")]
    public void An_id_is_read_as_kindly_as_elsewhere(string id) =>
        Assert.True(Settings("2.1", new Hashtable { [id] = new Hashtable { ["TrustOrganizationTrail"] = true } }).IsOn("TrustOrganizationTrail"));

    [Fact]
    public void A_table_under_an_id_wins_over_one_under_a_pattern_which_wins_over_a_plain_name()
    {
        var table = new Hashtable
        {
            ["3.1"] = new Hashtable { ["PatternMode"] = "Exact" },
            ["3.*"] = new Hashtable { ["PatternMode"] = "AtLeast" },
            ["PatternMode"] = "Equivalent",
        };
        Assert.Equal("Exact", Settings("3.1", table).Text("PatternMode"));
        Assert.Equal("AtLeast", Settings("3.10", table).Text("PatternMode"));
        Assert.Equal("Equivalent", Settings("1.1", table).Text("PatternMode"));
    }

    [Theory]
    [InlineData("MAXPASSWORDAGE")]
    [InlineData("maxpasswordage")]
    public void Names_are_read_in_any_case(string name) => Assert.Equal(60, Settings("1.11", new Hashtable { [name] = 60 }).Number("maxPasswordAge"));

    [Theory]
    [InlineData(45)]
    [InlineData(45L)]
    [InlineData((short)45)]
    [InlineData(45.0)]
    [InlineData("45")]
    [InlineData(" 45 ")]
    public void Whole_numbers_are_read_from_what_PowerShell_users_write(object value) =>
        Assert.Equal(45, Settings("1.3", new Hashtable { ["MaxCredentialUsageAge"] = value }).Number("MaxCredentialUsageAge"));

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    [InlineData("true", true)]
    [InlineData("False", false)]
    public void Switches_are_read_from_what_PowerShell_users_write(object value, bool expected) =>
        Assert.Equal(expected, Settings("1.20", new Hashtable { ["RequireRole"] = value }).IsOn("RequireRole"));

    [Theory]
    [InlineData("atleast")]
    [InlineData("ATLEAST")]
    public void Choices_are_read_in_any_case_and_kept_as_the_catalogue_spells_them(string value) =>
        Assert.Equal("AtLeast", Settings("3.1", new Hashtable { ["PatternMode"] = value }).Text("PatternMode"));

    [Fact]
    public void A_text_is_taken_as_it_is() =>
        Assert.Equal("eu-west-1", Settings("2.5", new Hashtable { ["GlobalResourceRegion"] = "eu-west-1" }).Text("GlobalResourceRegion"));

    [Fact]
    public void A_null_text_is_an_empty_one() =>
        Assert.Equal(string.Empty, Settings("2.5", new Hashtable { ["GlobalResourceRegion"] = null }).Text("GlobalResourceRegion"));

    [Theory]
    [InlineData("MaxCredentialUsageAge", 0, "a whole number from 1 to 3650")]
    [InlineData("MaxCredentialUsageAge", 3651, "a whole number from 1 to 3650")]
    [InlineData("MaxCredentialUsageAge", -1, "a whole number from 1 to 3650")]
    [InlineData("MaxCredentialUsageAge", 45.5, "a whole number from 1 to 3650")]
    [InlineData("MaxCredentialUsageAge", double.NaN, "a whole number from 1 to 3650")]
    [InlineData("MaxCredentialUsageAge", 1e300, "a whole number from 1 to 3650")]
    [InlineData("MaxCredentialUsageAge", "many", "a whole number from 1 to 3650")]
    [InlineData("MaxCredentialUsageAge", "99999999999999999999", "a whole number from 1 to 3650")]
    [InlineData("MaxCredentialUsageAge", true, "a whole number from 1 to 3650")]
    [InlineData("MaxCredentialUsageAge", null, "a whole number from 1 to 3650")]
    [InlineData("MaxCredentialUsageAge", "", "a whole number from 1 to 3650")]
    [InlineData("MinimumPasswordLength", 129, "a whole number from 6 to 128")]
    [InlineData("RequireRole", "yes", "$true or $false")]
    [InlineData("RequireRole", 1, "$true or $false")]
    [InlineData("RequireRole", null, "$true or $false")]
    [InlineData("PatternMode", "Roughly", "one of Exact, Equivalent, AtLeast")]
    [InlineData("PatternMode", 2, "one of Exact, Equivalent, AtLeast")]
    [InlineData("PatternMode", null, "one of Exact, Equivalent, AtLeast")]
    [InlineData("GlobalResourceRegion", new[] { "eu-west-1", "us-east-1" }, "one text")]
    public void A_value_that_does_not_fit_is_an_error_that_says_what_would(string name, object? value, string expected)
    {
        var error = AssertFails(ErrorId.ControlParameterInvalid, new Hashtable { [name] = value });
        Assert.Contains(name, error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Equal(value, error.Target);
    }

    [Fact]
    public void A_value_under_an_id_is_checked_as_well() =>
        AssertFails(ErrorId.ControlParameterInvalid, new Hashtable { ["1.3"] = new Hashtable { ["MaxCredentialUsageAge"] = 0 } });

    [Fact]
    public void An_unknown_name_is_an_error_that_lists_the_names_there_are()
    {
        var error = AssertFails(ErrorId.ControlParameterUnknown, new Hashtable { ["MaxKeyAge"] = 45 });
        Assert.Equal("MaxKeyAge", error.Target);
        Assert.Contains("MaxAccessKeyAge, MaxCredentialUsageAge", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_name_under_an_id_is_an_error_that_lists_the_names_of_that_control()
    {
        var error = AssertFails(ErrorId.ControlParameterUnknown, new Hashtable { ["1.4"] = new Hashtable { ["MaxCredentialUsageAge"] = 45 } });
        Assert.Contains("'1.4'", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("There are: MaxAccessKeyAge.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_under_an_id_that_has_no_parameters_says_so() =>
        Assert.EndsWith(
            "There is none.",
            AssertFails(ErrorId.ControlParameterUnknown, new Hashtable { ["1.2"] = new Hashtable { ["MaxAge"] = 1 } }).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_name_that_only_controls_outside_the_selection_have_is_unknown()
    {
        var error = Assert.Throws<PostureException>(() => ControlParameterSet.Read(new Hashtable { ["IPv4Only"] = true }, [BenchmarkCatalogue.Current["1.3"]]));
        Assert.Equal(ErrorId.ControlParameterUnknown, error.ErrorId);
    }

    [Theory]
    [InlineData("PatternMode")]
    [InlineData("1.x")]
    [InlineData("")]
    public void A_table_under_something_other_than_an_id_is_an_error(string key) =>
        AssertFails(ErrorId.ControlIdInvalid, new Hashtable { [key] = new Hashtable { ["IPv4Only"] = true } });

    [Theory]
    [InlineData("1.15")]
    [InlineData("9.*")]
    public void A_table_under_an_id_that_is_not_among_the_selected_controls_is_an_error(string key) =>
        Assert.Equal(key, AssertFails(ErrorId.ControlNotFound, new Hashtable { [key] = new Hashtable { ["IPv4Only"] = true } }).Target);

    [Theory]
    [InlineData("4.1", true)]
    [InlineData("4.1", null)]
    [InlineData("4.*", "IPv4Only")]
    public void An_id_without_a_table_is_an_error_that_shows_one(string key, object? value) =>
        Assert.Contains("@{", AssertFails(ErrorId.ControlParameterInvalid, new Hashtable { [key] = value }).Message, StringComparison.Ordinal);

    [Fact]
    public void An_unquoted_id_is_an_error_because_as_a_number_1_10_is_1_1()
    {
        var error = AssertFails(ErrorId.ControlIdInvalid, new Hashtable { [1.10] = new Hashtable { ["PasswordReusePrevention"] = 10 } });
        Assert.Contains("in quotes", error.Message, StringComparison.Ordinal);
        Assert.Contains("The key 1.1 ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_table_under_an_id_changes_nothing() =>
        Assert.Equal(90, Settings("1.3", new Hashtable { ["1.3"] = new Hashtable() }).Number("MaxCredentialUsageAge"));

    private static ControlSettings Settings(string id, Hashtable table) =>
        ControlParameterSet.Read(table, All).For(BenchmarkCatalogue.Current[id], isStrict: false);

    private static PostureException AssertFails(string errorId, Hashtable table)
    {
        var error = Assert.Throws<PostureException>(() => ControlParameterSet.Read(table, All));
        Assert.Equal(errorId, error.ErrorId);
        return error;
    }
}
