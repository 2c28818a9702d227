namespace CisPosture.Tests.Commands;

public sealed class GetCisControlTests : CommandTests
{
    [Fact]
    public void All_43_controls_come_in_the_order_of_their_numbers()
    {
        var ids = Ids("Get-CisControl");
        Assert.Equal(43, ids.Count);
        Assert.Equal(["1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7", "1.8", "1.9", "1.10", "1.11", "1.12", "1.13", "1.14", "1.16", "1.20", "1.22", "2.1"], ids.Take(18));
        Assert.Empty(Gateway.Connections);
    }

    [Theory]
    [InlineData("Get-CisControl '4.*'", "4.1 4.2 4.3")]
    [InlineData("Get-CisControl -Id 4.3, 4.1", "4.1 4.3")]
    [InlineData("Get-CisControl -Id '1.2?'", "1.20 1.22")]
    [InlineData("Get-CisControl -Section Net*", "4.1 4.2 4.3")]
    [InlineData("Get-CisControl -Section networking", "4.1 4.2 4.3")]
    [InlineData("Get-CisControl -Id 4.* | Get-CisControl", "4.1 4.2 4.3")]
    [InlineData("Get-CisControl -Section None*", "")]
    public void Controls_are_found_by_number_pattern_or_chapter(string script, string expected) =>
        Assert.Equal(expected, string.Join(' ', Ids(script)));

    [Fact]
    public void Severities_narrow_the_list()
    {
        var severities = Succeed("Get-CisControl -Severity High, Critical").Output.Select(item => ((CisControl)item.BaseObject).Severity).ToList();
        Assert.Equal(10, severities.Count);
        Assert.Equal(["Critical", "High"], severities.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Repairable_controls_are_those_with_a_command_that_mends_them() => Assert.Equal(
        BenchmarkCatalogue.Current.Controls.Where(control => control.RepairCommand is not null).Select(control => control.Id),
        Ids("Get-CisControl -Repairable"));

    [Theory]
    [InlineData("Get-CisControl 'one'", ErrorId.ControlIdInvalid)]
    [InlineData("Get-CisControl '1.15'", ErrorId.ControlNotFound)]
    public async Task An_unknown_control_is_an_error(string script, string errorId) => Assert.Equal(errorId, IdOf(await FailAsync(script)));

    private List<string> Ids(string script) => [.. Succeed(script).Output.Select(item => ((CisControl)item.BaseObject).Id)];
}
