using System.Reflection;
using CisPosture.Accounts;
using CisPosture.Aws.Calls;

namespace CisPosture.Aws.Tests.Calls;

public sealed class OperationsTests
{
    private static IEnumerable<ApiOperation> All => typeof(Operations)
        .GetFields(BindingFlags.Static | BindingFlags.Public)
        .Select(member => member.GetValue(null))
        .OfType<ApiOperation>();

    [Fact]
    public void The_operations_that_are_called_take_just_the_permissions_that_the_evidence_kinds_declare()
    {
        var declared = EvidenceKind.All.SelectMany(kind => kind.Permissions).Distinct().Order(StringComparer.Ordinal);
        ApiOperation[] entering = [Operations.AssumeRole, Operations.ListAccounts];
        var needed = All.Except(entering).Select(operation => operation.Permission).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(declared, needed);
    }
}
