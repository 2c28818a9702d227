using System.Reflection;
using CisPosture.Aws.Calls;
using CisPosture.Aws.Repairs;
using CisPosture.Repairs;

namespace CisPosture.Aws.Tests.Repairs;

/// <summary>What the catalogue says of repairs is what the code does.</summary>
public sealed class RepairMetadataTests
{
    [Fact]
    public void Every_repair_has_an_entry_in_the_catalogue_and_the_other_way_round() =>
        Assert.Equal(RepairCatalogue.Current.Repairs.Select(repair => repair.Command).Order(StringComparer.Ordinal), AllRepairs.All.Select(repair => repair.Command).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_operation_that_repairs_know_is_in_the_catalogue_and_the_other_way_round()
    {
        var rows = RepairCatalogue.Current.Repairs.SelectMany(repair => repair.Rows).ToList();
        var declared = rows.SelectMany(row => row.Calls.Concat(row.UndoCalls).Concat(row.Reads).Concat(row.FurtherPermissions)).ToHashSet(StringComparer.Ordinal);
        var known = Operations(typeof(RepairOperations)).SelectMany(operation => new[] { operation.Id, operation.Permission }).ToHashSet(StringComparer.Ordinal);

        Assert.All(Operations(typeof(RepairOperations)), operation =>
            Assert.True(declared.Contains(operation.Id) || declared.Contains(operation.Permission), $"No data file of a repair names {operation}."));
        Assert.All(rows.SelectMany(row => row.Calls.Concat(row.UndoCalls)), call => Assert.Contains(call, known));
    }

    [Fact]
    public void Kinds_of_settings_have_names_of_their_own() =>
        Assert.Equal(AllSettings.All.Count, AllSettings.All.Select(setting => setting.Kind).Distinct(StringComparer.Ordinal).Count());

    private static IEnumerable<ApiOperation> Operations(Type type) =>
        type.GetFields(BindingFlags.Static | BindingFlags.Public).Select(field => field.GetValue(null)).OfType<ApiOperation>();
}
