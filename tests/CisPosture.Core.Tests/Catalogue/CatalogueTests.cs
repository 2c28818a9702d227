using System.Text.RegularExpressions;

namespace CisPosture.Core.Tests.Catalogue;

public sealed class CatalogueTests
{
    private const string AccountScope = "Account";
    private const string RegionScope = "Region";

    private static readonly IReadOnlyDictionary<int, string> Sections = new Dictionary<int, string>
    {
        [1] = "Identity and Access Management",
        [2] = "Logging",
        [3] = "Monitoring",
        [4] = "Networking",
    };

    // From the list of resource types at the end of controls' descriptions; whatever is not named there is judged as the account.
    private static readonly Dictionary<string, string> ResourceTypes = new(StringComparer.Ordinal)
    {
        ["1.2"] = "AwsIamUser",
        ["1.3"] = "AwsIamUser",
        ["1.4"] = "AwsIamUser",
        ["1.16"] = "AwsIamUser",
        ["1.22"] = "AwsIamPolicy",
        ["2.2"] = "AwsCloudTrailTrail",
        ["2.4"] = "AwsCloudTrailTrail",
        ["2.7"] = "AwsCloudTrailTrail",
        ["2.3"] = "AwsS3Bucket",
        ["2.6"] = "AwsS3Bucket",
        ["2.8"] = "AwsKmsKey",
        ["2.9"] = "AwsEc2Vpc",
        ["4.1"] = "AwsEc2SecurityGroup",
        ["4.2"] = "AwsEc2SecurityGroup",
        ["4.3"] = "AwsEc2SecurityGroup",
    };

    private static readonly Dictionary<string, string[]> UnsupportedRegions = new(StringComparer.Ordinal)
    {
        ["1.4"] = ["af-south-1", "eu-south-1"],
        ["1.12"] = ["af-south-1"],
        ["1.13"] = ["cn-north-1", "cn-northwest-1", "us-gov-east-1", "us-gov-west-1"],
        ["1.14"] = ["cn-north-1", "cn-northwest-1", "us-gov-east-1", "us-gov-west-1"],
        ["1.20"] = ["af-south-1", "eu-south-1"],
        ["4.1"] = ["af-south-1", "eu-south-1"],
        ["4.2"] = ["af-south-1", "eu-south-1"],
    };

    private static readonly Dictionary<string, string> ConfigRules = new(StringComparer.Ordinal)
    {
        ["1.2"] = "mfa-enabled-for-iam-console-access",
        ["1.3"] = "iam-user-unused-credentials-check",
        ["1.4"] = "access-keys-rotated",
        ["1.5"] = "iam-password-policy",
        ["1.6"] = "iam-password-policy",
        ["1.7"] = "iam-password-policy",
        ["1.8"] = "iam-password-policy",
        ["1.9"] = "iam-password-policy",
        ["1.10"] = "iam-password-policy",
        ["1.11"] = "iam-password-policy",
        ["1.12"] = "iam-root-access-key-check",
        ["1.13"] = "root-account-mfa-enabled",
        ["1.14"] = "root-account-hardware-mfa-enabled",
        ["1.16"] = "iam-user-no-policies-check",
        ["1.20"] = "iam-policy-in-use",
        ["1.22"] = "iam-policy-no-statements-with-admin-access",
        ["2.1"] = "multi-region-cloudtrail-enabled",
        ["2.2"] = "cloud-trail-log-file-validation-enabled",
        ["2.3"] = "s3-bucket-public-read-prohibited, s3-bucket-public-write-prohibited",
        ["2.4"] = "cloud-trail-cloud-watch-logs-enabled",
        ["2.6"] = "s3-bucket-logging-enabled",
        ["2.7"] = "cloud-trail-encryption-enabled",
        ["2.8"] = "cmk-backing-key-rotation-enabled",
        ["2.9"] = "vpc-flow-logs-enabled",
        ["4.1"] = "restricted-ssh",
        ["4.2"] = "restricted-common-ports",
        ["4.3"] = "vpc-default-security-group-closed",
    };

    private static readonly Dictionary<string, string[]> ControlsOfRepair = new(StringComparer.Ordinal)
    {
        ["Repair-CisMetricAlarm"] = ["1.1", "3.1", "3.2", "3.3", "3.4", "3.5", "3.6", "3.7", "3.8", "3.9", "3.10", "3.11", "3.12", "3.13", "3.14"],
        ["Repair-CisPasswordPolicy"] = ["1.5", "1.6", "1.7", "1.8", "1.9", "1.10", "1.11"],
        ["Repair-CisCredential"] = ["1.3", "1.4"],
        ["Repair-CisUserPolicy"] = ["1.16"],
        ["Repair-CisSupportRole"] = ["1.20"],
        ["Repair-CisAdminPolicy"] = ["1.22"],
        ["Repair-CisCloudTrail"] = ["2.1", "2.2", "2.4", "2.7"],
        ["Repair-CisTrailBucket"] = ["2.3", "2.6"],
        ["Repair-CisConfigRecorder"] = ["2.5"],
        ["Repair-CisKeyRotation"] = ["2.8"],
        ["Repair-CisFlowLog"] = ["2.9"],
        ["Repair-CisSecurityGroup"] = ["4.1", "4.2", "4.3"],
    };

    private static IReadOnlyList<CisControl> Controls => BenchmarkCatalogue.Current.Controls;

    public static TheoryData<string, string, string> SourceRows =>
        [.. SourceDocument.Controls.Select(row => new TheoryDataRow<string, string, string>(row.Id, row.Title, row.Severity))];

    public static TheoryData<string, string, string> SourceAlarms =>
        [.. SourceDocument.Alarms.Select(row => new TheoryDataRow<string, string, string>(row.Id, row.Pattern, row.AlarmName))];

    [Fact]
    public void The_benchmark_is_CIS_1_2_0()
    {
        Assert.Equal("CIS AWS Foundations Benchmark", BenchmarkCatalogue.Current.Benchmark);
        Assert.Equal("1.2.0", BenchmarkCatalogue.Current.Version);
    }

    [Fact]
    public void There_are_the_43_controls_of_the_source_document_ordered_by_number()
    {
        Assert.Equal(43, Controls.Count);
        Assert.Equal(SourceDocument.Controls.Select(row => row.Id), Controls.Select(control => control.Id));
    }

    [Fact]
    public void Chapters_have_17_9_14_and_3_controls_and_the_gaps_that_Security_Hub_leaves()
    {
        Assert.Equal([17, 9, 14, 3], Controls.GroupBy(control => control.Number.Chapter).Select(chapter => chapter.Count()));
        string[] missing = ["1.15", "1.17", "1.18", "1.19", "1.21"];
        Assert.Empty(Controls.Select(control => control.Id).Intersect(missing, StringComparer.Ordinal));
        Assert.Equal("1.22", Controls.Last(control => control.Number.Chapter == 1).Id);
    }

    [Fact]
    public void Severities_count_7_critical_3_high_26_medium_and_7_low()
    {
        var counts = Controls.CountBy(control => control.Severity, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        Assert.Equal(4, counts.Count);
        Assert.Equal(7, counts[nameof(Severity.Critical)]);
        Assert.Equal(3, counts[nameof(Severity.High)]);
        Assert.Equal(26, counts[nameof(Severity.Medium)]);
        Assert.Equal(7, counts[nameof(Severity.Low)]);
    }

    [Fact]
    public void The_severe_and_the_slight_controls_are_those_that_the_source_document_rates_so()
    {
        Assert.Equal(["1.1", "1.12", "1.13", "1.14", "1.22", "2.1", "2.3"], OfSeverity(nameof(Severity.Critical)));
        Assert.Equal(["2.8", "4.1", "4.2"], OfSeverity(nameof(Severity.High)));
        Assert.Equal(["1.10", "1.11", "1.16", "1.20", "2.2", "2.4", "2.6"], OfSeverity(nameof(Severity.Low)));
    }

    [Theory]
    [MemberData(nameof(SourceRows))]
    public void Title_and_severity_are_as_printed(string id, string title, string severity)
    {
        var control = BenchmarkCatalogue.Current[id];
        Assert.Equal(title, control.Title);
        Assert.Equal(severity, control.Severity);
    }

    [Theory]
    [MemberData(nameof(SourceAlarms))]
    public void Filter_pattern_and_alarm_name_are_as_printed(string id, string pattern, string alarmName)
    {
        var control = BenchmarkCatalogue.Current[id];
        Assert.Equal(pattern, control.FilterPattern);
        Assert.Equal(alarmName, control.AlarmName);
    }

    [Fact]
    public void Only_the_fifteen_alarm_controls_have_patterns_and_alarm_names()
    {
        var alarms = SourceDocument.Alarms.Select(row => row.Id).ToList();
        Assert.Equal(15, alarms.Count);
        Assert.Equal(alarms, Controls.Where(control => control.FilterPattern is not null).Select(control => control.Id));
        Assert.Equal(alarms, Controls.Where(control => control.AlarmName is not null).Select(control => control.Id));
        Assert.All(Controls.Where(control => control.LaterFilterPatterns.Count > 0), control => Assert.Contains(control.Id, alarms));
    }

    [Fact]
    public void Control_1_1_and_3_3_share_the_pattern_but_not_the_severity()
    {
        var avoidRoot = BenchmarkCatalogue.Current["1.1"];
        var rootAlarm = BenchmarkCatalogue.Current["3.3"];
        Assert.Equal(rootAlarm.FilterPattern, avoidRoot.FilterPattern);
        Assert.Equal(nameof(Severity.Critical), avoidRoot.Severity);
        Assert.Equal(nameof(Severity.Medium), rootAlarm.Severity);
    }

    [Fact]
    public void Config_rules_are_those_of_the_source_document_and_custom_logic_has_none()
    {
        Assert.All(Controls, control => Assert.Equal(ConfigRules.GetValueOrDefault(control.Id), control.ConfigRule));
        Assert.Equal(
            ["1.1", "2.5", .. Enumerable.Range(1, 14).Select(number => $"3.{number}")],
            Controls.Where(control => control.ConfigRule is null).Select(control => control.Id));
    }

    [Fact]
    public void The_seven_password_controls_share_one_Config_rule_and_4_2_keeps_the_name_of_its_own()
    {
        Assert.Equal(
            ["1.5", "1.6", "1.7", "1.8", "1.9", "1.10", "1.11"],
            Controls.Where(control => control.ConfigRule == "iam-password-policy").Select(control => control.Id));
        Assert.Equal("restricted-common-ports", BenchmarkCatalogue.Current["4.2"].ConfigRule);
    }

    [Fact]
    public void Sections_follow_the_chapters() =>
        Assert.All(Controls, control => Assert.Equal(Sections[control.Number.Chapter], control.Section));

    [Fact]
    public void Resource_types_are_Security_Hubs() =>
        Assert.All(Controls, control => Assert.Equal(ResourceTypes.GetValueOrDefault(control.Id, "AwsAccount"), control.ResourceType));

    [Fact]
    public void Config_keys_networks_and_groups_are_judged_in_every_Region_and_the_rest_once_an_account()
    {
        string[] regional = ["2.5", "2.8", "2.9", "4.1", "4.2", "4.3"];
        Assert.All(Controls, control => Assert.Equal(regional.Contains(control.Id, StringComparer.Ordinal) ? RegionScope : AccountScope, control.Scope));
    }

    [Fact]
    public void Unsupported_Regions_are_those_of_the_source_document() =>
        Assert.All(Controls, control => Assert.Equal(UnsupportedRegions.GetValueOrDefault(control.Id, []), control.UnsupportedRegions));

    [Fact]
    public void Repair_cmdlets_are_those_of_the_design_and_four_controls_need_a_person()
    {
        var repairable = ControlsOfRepair.SelectMany(repair => repair.Value.Select(id => (Id: id, Cmdlet: repair.Key))).ToDictionary(row => row.Id, row => row.Cmdlet, StringComparer.Ordinal);
        Assert.All(Controls, control => Assert.Equal(repairable.GetValueOrDefault(control.Id), control.RepairCommand));
        Assert.Equal(["1.2", "1.12", "1.13", "1.14"], Controls.Where(control => !control.IsRepairable).Select(control => control.Id));
    }

    [Fact]
    public void Ids_of_the_later_numbering_have_its_form_and_only_1_1_and_3_3_share_one()
    {
        var form = new Regex(@"^(IAM|CloudTrail|CloudWatch|Config|KMS|EC2)\.[1-9][0-9]?$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        Assert.All(Controls, control => Assert.Matches(form, control.SecurityControlId));
        var shared = Controls.GroupBy(control => control.SecurityControlId, StringComparer.Ordinal).Where(group => group.Count() > 1).SelectMany(group => group);
        Assert.Equal(["1.1", "3.3"], shared.Select(control => control.Id));
    }

    [Fact]
    public void Every_control_prints_as_number_and_title() =>
        Assert.Equal("1.10 Ensure IAM password policy prevents password reuse", BenchmarkCatalogue.Current["1.10"].ToString());

    private static IEnumerable<string> OfSeverity(string severity) =>
        Controls.Where(control => control.Severity == severity).Select(control => control.Id);
}
