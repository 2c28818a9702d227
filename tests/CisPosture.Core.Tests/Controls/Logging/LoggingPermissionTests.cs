using System.Collections;
using CisPosture.Accounts;
using CisPosture.Controls;

namespace CisPosture.Core.Tests.Controls.Logging;

/// <summary>The IAM actions without which the logging controls cannot judge.</summary>
public sealed class LoggingPermissionTests
{
    private const string Trails = "cloudtrail:DescribeTrails";
    private const string Status = "cloudtrail:GetTrailStatus";
    private const string Regions = "ec2:DescribeRegions";

    public static TheoryData<string, string[]> Permissions => new()
    {
        { "2.1", [Trails, "cloudtrail:GetEventSelectors", Status, Regions] },
        { "2.2", [Trails, Regions] },
        {
            "2.3",
            [
                Trails, Regions, "s3:GetAccountPublicAccessBlock", "s3:GetBucketAcl", "s3:GetBucketLocation", "s3:GetBucketOwnershipControls",
                "s3:GetBucketPolicyStatus", "s3:GetBucketPublicAccessBlock",
            ]
        },
        { "2.4", [Trails, Regions] },
        { "2.5", ["config:DescribeConfigurationRecorderStatus", "config:DescribeConfigurationRecorders", "config:DescribeDeliveryChannels", Regions] },
        { "2.6", [Trails, Regions, "s3:GetBucketLocation", "s3:GetBucketLogging"] },
        { "2.7", [Trails, Regions] },
        { "2.8", [Regions, "kms:DescribeKey", "kms:GetKeyRotationStatus", "kms:ListKeys"] },
        { "2.9", ["ec2:DescribeFlowLogs", Regions, "ec2:DescribeVpcs"] },
    };

    [Theory]
    [MemberData(nameof(Permissions))]
    public void A_control_needs_exactly_these_actions(string control, string[] permissions) =>
        Assert.Equal(permissions, Needed(control, []));

    [Fact]
    public void RequireRecentDelivery_needs_the_status_and_the_log_group() =>
        Assert.Equal([Trails, Status, Regions, "logs:DescribeLogGroups"], Needed("2.4", new Hashtable { ["RequireRecentDelivery"] = true }));

    [Fact]
    public void What_only_adds_notes_is_welcome_and_not_needed()
    {
        Assert.Equal([EvidenceKind.TrailStatus], Welcomed("2.2"));
        Assert.Equal([EvidenceKind.TrailStatus, EvidenceKind.TrailLogGroups], Welcomed("2.4"));
        Assert.Equal([EvidenceKind.TrailKeys], Welcomed("2.7"));
    }

    private static IEnumerable<string> Needed(string control, Hashtable parameters)
    {
        var definition = BenchmarkCatalogue.Current[control];
        var evaluator = new ControlEvaluator(ControlParameterSet.Read(parameters, [definition]), isStrict: false, listsEachResource: false);
        return evaluator.Needs(definition).SelectMany(kind => kind.Permissions).Distinct().Order(StringComparer.Ordinal);
    }

    private static IEnumerable<EvidenceKind> Welcomed(string control)
    {
        var definition = BenchmarkCatalogue.Current[control];
        var evaluator = new ControlEvaluator(ControlParameterSet.Empty, isStrict: false, listsEachResource: false);
        return evaluator.Reads(definition).Except(evaluator.Needs(definition));
    }
}
