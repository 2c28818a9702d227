using CisPosture.Tests.Engine;

namespace CisPosture.Tests.Views;

public sealed class ComparableMembersTests
{
    [Theory]
    [InlineData("$args[0].ControlId -lt '1.10'")]
    [InlineData("$args[0].ControlId -eq '1.2'")]
    [InlineData("$args[0].ControlId -lt $args[1].ControlId")]
    [InlineData("$args[0].ControlId -in 1.2, 1.5")]
    [InlineData("$args[1].ControlId -notin 1.10, 1.5")]
    [InlineData("$args[1].ControlId -in '1.10', '1.5'")]
    [InlineData("$args[0].Severity -lt 'Critical'")]
    [InlineData("$args[0].Severity -lt $args[1].Severity")]
    [InlineData("(Get-CisControl -Id 1.2).Id -lt '1.10'")]
    [InlineData("(Get-CisControl -Id 1.1).Severity -gt 'High'")]
    public void Ids_compare_by_number_and_severities_by_weight(string comparison)
    {
        using var session = ModuleSession.Open();

        var run = session.Run(comparison, SampleFinding.Of("1.2", "High"), SampleFinding.Of("1.10", "Critical"));

        Assert.Null(run.Failure);
        Assert.Equal(true, Assert.Single(run.Output).BaseObject);
    }

    [Theory]
    [InlineData(typeof(CisFinding), "ControlId")]
    [InlineData(typeof(CisFinding), "Severity")]
    [InlineData(typeof(CisFinding), "Status")]
    [InlineData(typeof(CisControl), "Id")]
    [InlineData(typeof(CisControl), "Severity")]
    public void Members_stay_texts_for_files(Type type, string member) => Assert.Equal(typeof(string), type.GetProperty(member)!.PropertyType);
}
