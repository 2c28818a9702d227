using System.Text.Json.Nodes;
using CisPosture.Controls;
using CisPosture.Permissions;

namespace CisPosture.Core.Tests.Permissions;

public sealed class PermissionPolicyTests
{
    // AWS's limit for a managed policy, in which it does not count white space.
    private const int LongestManagedPolicy = 6144;

    [Fact]
    public void It_is_a_policy_document_with_a_statement_a_group_of_services()
    {
        var policy = JsonNode.Parse(PermissionPolicy.ToJson(Scan()))!;

        Assert.Equal("2012-10-17", policy["Version"]!.ToString());
        Assert.Equal(["CisScanIdentity", "CisScanLogging", "CisScanStorage", "CisScanNetwork"], Statements(policy).Select(statement => statement["Sid"]!.ToString()));
        Assert.All(Statements(policy), statement => Assert.Equal(("Allow", "*", 4), (statement["Effect"]!.ToString(), statement["Resource"]!.ToString(), statement.Count)));
    }

    [Fact]
    public void It_holds_every_action_once_and_in_order()
    {
        var policy = JsonNode.Parse(PermissionPolicy.ToJson(Scan()))!;

        Assert.Equal(Scan().Select(permission => permission.Action).Order(StringComparer.Ordinal), Statements(policy).SelectMany(Actions).Order(StringComparer.Ordinal));
        Assert.All(Statements(policy), statement => Assert.Equal(Actions(statement).Order(StringComparer.Ordinal), Actions(statement)));
    }

    [Fact]
    public void What_a_repair_takes_stands_apart_unless_the_scan_takes_it_anyway()
    {
        var scan = Scan()[0];
        var write = new CisPermission { Action = "iam:UpdateAccountPasswordPolicy", Service = "iam", AccessLevel = "Write", Reason = "-", ForRepair = true };

        var policy = JsonNode.Parse(PermissionPolicy.ToJson([scan, scan with { ForRepair = true }, write]))!;

        Assert.Equal(
            [("CisScanLogging", "cloudtrail:DescribeTrails"), ("CisRepairIdentity", "iam:UpdateAccountPasswordPolicy")],
            Statements(policy).Select(statement => (statement["Sid"]!.ToString(), Assert.Single(Actions(statement)))));
    }

    [Fact]
    public void It_fits_into_a_managed_policy_with_everything_in_it()
    {
        var controls = BenchmarkCatalogue.Current.Controls;
        var everything = PermissionPolicy.ToJson([.. Scan(), .. RepairPermissions.Of(controls), .. EntryPermissions.All]);

        Assert.True(PermissionPolicy.ToJson(Scan()).Length < LongestManagedPolicy, "The policy of a scan is too long even with its white space.");
        Assert.InRange(everything.Count(character => !char.IsWhiteSpace(character)), 1, LongestManagedPolicy);
    }

    [Fact]
    public void It_names_no_partition() => Assert.DoesNotContain("arn:", PermissionPolicy.ToJson(Scan()), StringComparison.Ordinal);

    private static IReadOnlyList<CisPermission> Scan() =>
        ScanPermissions.Of(BenchmarkCatalogue.Current.Controls, new ControlEvaluator(ControlParameterSet.Empty, isStrict: false, listsEachResource: false));

    private static IReadOnlyList<JsonObject> Statements(JsonNode policy) => [.. policy["Statement"]!.AsArray().Select(statement => statement!.AsObject())];

    private static IReadOnlyList<string> Actions(JsonObject statement) => [.. statement["Action"]!.AsArray().Select(action => action!.ToString())];
}
