using System.Reflection;
using CisPosture.Accounts;
using CisPosture.Aws.Calls;
using CisPosture.Permissions;
using CisPosture.Repairs;

namespace CisPosture.Aws.Tests.Calls;

public sealed class OperationsTests
{
    private static IEnumerable<ApiOperation> All => In(typeof(Operations));

    [Fact]
    public void The_operations_that_are_called_take_just_the_permissions_that_the_evidence_kinds_declare()
    {
        var declared = EvidenceKind.All.SelectMany(kind => kind.Permissions).Distinct().Order(StringComparer.Ordinal);
        ApiOperation[] entering = [Operations.AssumeRole, Operations.ListAccounts];
        var needed = All.Except(entering).Select(operation => operation.Permission).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(declared, needed);
    }

    [Fact]
    public void The_permissions_of_repairs_are_those_of_the_operations_that_they_call()
    {
        var operations = In(typeof(RepairOperations)).ToDictionary(operation => operation.Id, StringComparer.Ordinal);
        var called = RepairCatalogue.Current.Repairs.SelectMany(repair => repair.Rows).SelectMany(row => row.Calls.Concat(row.UndoCalls)).Distinct(StringComparer.Ordinal);

        Assert.All(called.Where(operations.ContainsKey), operation => Assert.Equal(operations[operation].Permission, IamActions.OfOperation(operation)));
    }

    [Fact]
    public void The_permissions_for_Security_Hub_are_those_of_the_operations_that_are_called() =>
        Assert.Equal(In(typeof(HubOperations)).Select(operation => operation.Permission).Order(StringComparer.Ordinal), HubPermissions.All.Select(permission => permission.Action));

    private static IEnumerable<ApiOperation> In(Type type) =>
        type.GetFields(BindingFlags.Static | BindingFlags.Public).Select(member => member.GetValue(null)).OfType<ApiOperation>();
}
