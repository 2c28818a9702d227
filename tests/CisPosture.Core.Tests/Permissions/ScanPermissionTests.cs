using System.Collections;
using CisPosture.Accounts;
using CisPosture.Controls;
using CisPosture.Permissions;

namespace CisPosture.Core.Tests.Permissions;

public sealed class ScanPermissionTests
{
    [Fact]
    public void A_control_s_actions_are_those_of_its_evidence()
    {
        Assert.Equal(["iam:GetAccountPasswordPolicy"], Actions("1.5"));
        Assert.Equal(["iam:GetAccountSummary", "iam:ListVirtualMFADevices"], Actions("1.14"));
    }

    [Fact]
    public void Evidence_that_is_read_from_other_evidence_takes_the_actions_of_both()
    {
        var permissions = Of("2.3");

        Assert.Equal(
            [
                "cloudtrail:DescribeTrails", "ec2:DescribeRegions", "s3:GetAccountPublicAccessBlock", "s3:GetBucketAcl", "s3:GetBucketLocation", "s3:GetBucketOwnershipControls",
                "s3:GetBucketPolicyStatus", "s3:GetBucketPublicAccessBlock",
            ],
            permissions.Select(permission => permission.Action));
        Assert.All(permissions, permission => Assert.Equal(["2.3"], permission.ControlId));
    }

    [Fact]
    public void What_only_adds_notes_is_told_apart_from_what_is_needed()
    {
        var permissions = Of("2.7").ToDictionary(permission => permission.Action, StringComparer.Ordinal);

        Assert.Equal(["2.7"], permissions["cloudtrail:DescribeTrails"].ControlId);
        Assert.Empty(permissions["cloudtrail:DescribeTrails"].NoteControlId);
        Assert.Empty(permissions["kms:DescribeKey"].ControlId);
        Assert.Equal(["2.7"], permissions["kms:DescribeKey"].NoteControlId);
        Assert.Equal("Reads TrailKeys, which adds notes to 2.7.", permissions["kms:DescribeKey"].Reason);
    }

    [Fact]
    public void An_action_of_several_controls_comes_once_with_all_of_them_in_order()
    {
        var permission = All().Single(each => each.Action == "kms:DescribeKey");

        Assert.Equal(["2.8"], permission.ControlId);
        Assert.Equal(["2.7"], permission.NoteControlId);
        Assert.Equal(["TrailKeys", "KmsKeys"], permission.Evidence);
        Assert.Equal(("kms", "Read", false), (permission.Service, permission.AccessLevel, permission.ForRepair));
        Assert.Equal("Reads TrailKeys, KmsKeys, without which 2.8 cannot be judged, and which adds notes to 2.7.", permission.Reason);
        Assert.Equal("1.1, 2.1, 3.1 – 3.14", ControlRuns.Of(All().Single(each => each.Action == "cloudtrail:GetEventSelectors").ControlId.Select(ControlId.Parse)));
    }

    [Fact]
    public void All_controls_take_every_action_but_those_on_request_of_a_control_parameter() => Assert.Equal(
        EvidenceKind.All.SelectMany(kind => kind.Permissions).Except(["ec2:DescribeNetworkInterfaces"]).Distinct().Order(StringComparer.Ordinal),
        All().Select(permission => permission.Action));

    [Fact]
    public void A_control_parameter_may_ask_for_more()
    {
        var parameters = ControlParameterSet.Read(new Hashtable { ["InUseOnly"] = true }, [BenchmarkCatalogue.Current["4.1"]]);

        Assert.Contains("ec2:DescribeNetworkInterfaces", ScanPermissions.Of([BenchmarkCatalogue.Current["4.1"]], Evaluator(parameters)).Select(permission => permission.Action));
    }

    [Fact]
    public void A_scan_only_reads()
    {
        Assert.All(All(), permission => Assert.Contains(permission.AccessLevel, new[] { "List", "Read" }));
    }

    [Fact]
    public void Entering_accounts_takes_actions_of_whoever_starts_the_scan() =>
        Assert.Equal([("organizations:ListAccounts", "List"), ("sts:AssumeRole", "Write")], EntryPermissions.All.Select(permission => (permission.Action, permission.AccessLevel)));

    [Theory]
    [InlineData("", "")]
    [InlineData("1.1", "1.1")]
    [InlineData("1.1 1.2", "1.1, 1.2")]
    [InlineData("1.1 1.2 1.3", "1.1 – 1.3")]
    [InlineData("1.22 2.1 3.1 3.2 3.3 4.1", "1.22, 2.1, 3.1 – 3.3, 4.1")]
    public void Controls_in_a_row_are_written_short(string ids, string expected) =>
        Assert.Equal(expected, ControlRuns.Of(ids.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(ControlId.Parse)));

    private static ControlEvaluator Evaluator(ControlParameterSet? parameters = null) => new(parameters ?? ControlParameterSet.Empty, isStrict: false, listsEachResource: false);

    private static IReadOnlyList<CisPermission> Of(string control) => ScanPermissions.Of([BenchmarkCatalogue.Current[control]], Evaluator());

    private static IReadOnlyList<CisPermission> All() => ScanPermissions.Of(BenchmarkCatalogue.Current.Controls, Evaluator());

    private static IEnumerable<string> Actions(string control) => Of(control).Select(permission => permission.Action);
}
