using System.Management.Automation;
using CisPosture.Repairs;

namespace CisPosture.Commands;

/// <summary>
/// Mends findings of any controls: each goes to the repair of its control, those first that others stand on. Findings that take a person come
/// out with their guidance.
/// </summary>
[Cmdlet(VerbsDiagnostic.Repair, "CisFinding", DefaultParameterSetName = LiveSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(CisFinding))]
public sealed class RepairCisFindingCommand : RepairCmdlet
{
    /// <summary>As for Repair-CisSecurityGroup.</summary>
    [Parameter]
    public WideRule? WideRule { get; set; }

    /// <summary>As for Repair-CisSecurityGroup.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? ReplacementCidr { get; set; }

    /// <summary>As for Repair-CisCloudTrail.</summary>
    [Parameter]
    [ValidatePattern(ParameterForms.Bucket)]
    public string? BucketName { get; set; }

    /// <summary>As for Repair-CisConfigRecorder.</summary>
    [Parameter]
    [ValidatePattern(ParameterForms.Bucket)]
    public string? ConfigBucketName { get; set; }

    /// <summary>As for Repair-CisTrailBucket.</summary>
    [Parameter]
    [ValidatePattern(ParameterForms.BucketInEachRegion)]
    public string? LogBucketName { get; set; }

    /// <summary>As for Repair-CisCloudTrail and Repair-CisFlowLog.</summary>
    [Parameter]
    [ValidatePattern(ParameterForms.LogGroup)]
    public string? LogGroupName { get; set; }

    /// <summary>As for Repair-CisCloudTrail.</summary>
    [Parameter]
    [ValidateSet("1", "3", "5", "7", "14", "30", "60", "90", "120", "150", "180", "365", "400", "545", "731", "1096", "1827", "2192", "2557", "2922", "3288", "3653")]
    public int RetentionDays { get; set; } = 365;

    /// <summary>As for Repair-CisCloudTrail.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] KmsKeyId { get; set; } = [];

    /// <summary>As for Repair-CisMetricAlarm.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? TopicArn { get; set; }

    /// <summary>As for Repair-CisMetricAlarm.</summary>
    [Parameter]
    [ValidatePattern(ParameterForms.Topic)]
    public string TopicName { get; set; } = MetricAlarmOptions.DefaultTopicName;

    /// <summary>As for Repair-CisMetricAlarm.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? SubscriberEndpoint { get; set; }

    /// <summary>As for Repair-CisMetricAlarm.</summary>
    [Parameter]
    [ValidateSet("email", "email-json", "sms", "https", "sqs", "lambda")]
    public string SubscriberProtocol { get; set; } = "email";

    /// <summary>As for Repair-CisCredential.</summary>
    [Parameter]
    public SwitchParameter IncludePassword { get; set; }

    /// <summary>As for Repair-CisCredential.</summary>
    [Parameter]
    public SwitchParameter IncludeKeyInUse { get; set; }

    /// <summary>As for Repair-CisCredential.</summary>
    [Parameter]
    [ValidateRange(1, 36500)]
    public int? IdleDays { get; set; }

    /// <summary>As for Repair-CisCredential.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? ExcludeUser { get; set; }

    /// <summary>As for Repair-CisAdminPolicy.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ReplacementPolicyArn { get; set; }

    /// <summary>As for Repair-CisAdminPolicy.</summary>
    [Parameter]
    public SwitchParameter DetachAdminPolicy { get; set; }

    /// <summary>As for Repair-CisAdminPolicy.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? ExcludePrincipal { get; set; }

    /// <summary>As for Repair-CisUserPolicy.</summary>
    [Parameter]
    [ValidatePattern(ParameterForms.Group)]
    public string? GroupName { get; set; }

    /// <summary>As for Repair-CisSupportRole.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? AssumedBy { get; set; }

    /// <summary>As for Repair-CisSupportRole.</summary>
    [Parameter]
    [ValidatePattern(ParameterForms.Role)]
    public string RoleName { get; set; } = SupportRoleOptions.DefaultRoleName;

    private protected override IEnumerable<string> Commands => RepairCatalogue.Current.Repairs.Select(repair => repair.Command);

    private protected override bool Mends(RepairSubject subject) => RepairCatalogue.Current.Of(subject.ControlId) is not null;

    // That a finding takes a person is no error where any finding may come.
    private protected override bool IsMisfit(RepairSubject subject) => false;

    private protected override RepairOptions OptionsOf(string command) => command switch
    {
        "Repair-CisAdminPolicy" => AdminPolicyParameters.Options(ReplacementPolicyArn, DetachAdminPolicy, ExcludePrincipal),
        "Repair-CisCredential" => CredentialParameters.Options(IncludePassword, IncludeKeyInUse, IdleDays, ExcludeUser),
        "Repair-CisSupportRole" => SupportRoleOptions.Of(AssumedBy, RoleName),
        "Repair-CisUserPolicy" => new UserPolicyOptions { GroupName = GroupName },
        "Repair-CisCloudTrail" => new CloudTrailOptions { BucketName = BucketName, LogGroupName = LogGroupName, RetentionDays = RetentionDays, KmsKeyIds = KmsKeyId },
        "Repair-CisConfigRecorder" => new ConfigRecorderOptions { ConfigBucketName = ConfigBucketName },
        "Repair-CisFlowLog" => new FlowLogOptions { LogGroupName = LogGroupName, RetentionDays = RetentionDays },
        "Repair-CisTrailBucket" => new TrailBucketOptions { LogBucketName = LogBucketName },
        "Repair-CisMetricAlarm" => MetricAlarmParameters.Options(TopicArn, TopicName, SubscriberProtocol, SubscriberEndpoint),
        "Repair-CisSecurityGroup" => SecurityGroupOptions.Of(WideRule, ReplacementCidr),
        _ => new RepairOptions(),
    };
}
