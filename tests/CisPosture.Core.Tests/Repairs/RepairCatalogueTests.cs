using CisPosture.Repairs;

namespace CisPosture.Core.Tests.Repairs;

public sealed class RepairCatalogueTests
{
    public static TheoryData<string> Commands => [.. RepairCatalogue.Current.Repairs.Select(repair => repair.Command)];

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_repair_is_for_just_the_controls_that_name_its_cmdlet(string command)
    {
        var named = BenchmarkCatalogue.Current.Controls.Where(control => control.RepairCommand == command).Select(control => control.Id);
        var mended = RepairCatalogue.Current[command].Rows.SelectMany(row => row.Controls);
        Assert.Equal(named.Order(StringComparer.Ordinal), mended.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Operations_and_actions_are_written_as_IAM_writes_them(string command)
    {
        var rows = RepairCatalogue.Current[command].Rows;
        Assert.All(rows.SelectMany(row => row.Reads.Concat(row.Calls).Concat(row.UndoCalls).Concat(row.FurtherPermissions)), action => Assert.Matches("^[a-z0-9]+:[A-Z][A-Za-z0-9]+$", action));
        Assert.All(rows, row => Assert.NotEmpty(row.Calls));
        Assert.All(rows, row => Assert.Equal(row.Calls.Distinct(StringComparer.Ordinal), row.Calls));
        Assert.All(rows.SelectMany(row => row.Asks), sentence => Assert.EndsWith(".", sentence, StringComparison.Ordinal));
    }

    [Fact]
    public void A_repair_comes_after_those_that_it_depends_on()
    {
        var order = RepairCatalogue.Current.Repairs.Select(repair => repair.Command).ToList();
        foreach (var repair in RepairCatalogue.Current.Repairs)
        {
            Assert.All(repair.DependsOn.Where(order.Contains), earlier => Assert.True(order.IndexOf(earlier) < order.IndexOf(repair.Command), $"{repair.Command} comes before {earlier}."));
        }
    }
}
