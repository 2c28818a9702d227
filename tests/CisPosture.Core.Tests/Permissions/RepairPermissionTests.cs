using CisPosture.Permissions;
using CisPosture.Repairs;

namespace CisPosture.Core.Tests.Permissions;

public sealed class RepairPermissionTests
{
    [Fact]
    public void A_repair_takes_what_its_catalogue_says()
    {
        var permissions = RepairPermissions.Of([BenchmarkCatalogue.Current["1.5"], BenchmarkCatalogue.Current["1.11"]]);

        Assert.Equal(["iam:DeleteAccountPasswordPolicy", "iam:UpdateAccountPasswordPolicy"], permissions.Select(permission => permission.Action));
        Assert.All(permissions, permission => Assert.True(permission.ForRepair));
        Assert.All(permissions, permission => Assert.Equal(["1.5", "1.11"], permission.ControlId));
        Assert.Equal("Repair-CisPasswordPolicy mends 1.5, 1.11 with it.", permissions[1].Reason);
        Assert.Equal("Undo-CisRepair undoes Repair-CisPasswordPolicy with it.", permissions[0].Reason);
        Assert.Equal(("Write", "Permissions management"), (permissions[1].AccessLevel, permissions[0].AccessLevel));
    }

    [Fact]
    public void A_control_that_only_a_person_can_mend_takes_nothing() => Assert.Empty(RepairPermissions.Of([BenchmarkCatalogue.Current["1.13"]]));

    [Fact]
    public void Every_action_of_every_repair_is_classed_and_has_a_place_in_the_policy()
    {
        var actions = RepairCatalogue.Current.Repairs.SelectMany(repair => repair.Rows).SelectMany(row => row.Reads.Concat(row.Calls.Concat(row.UndoCalls).Select(IamActions.OfOperation)).Concat(row.FurtherPermissions)).Distinct();

        var missing = actions.Except(IamActions.All, StringComparer.Ordinal).ToList();
        Assert.True(missing.Count == 0, $"Write into iam-actions.json how AWS classes {string.Join(", ", missing)} (see the Service Authorization Reference).");
        PermissionPolicy.ToJson(RepairPermissions.Of(BenchmarkCatalogue.Current.Controls));
    }
}
