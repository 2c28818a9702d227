using System.Management.Automation;
using CisPosture.Repairs;

namespace CisPosture.Commands;

/// <summary>
/// Completes the chain from a trail's log group over metric filter, alarm and topic to a subscriber, for findings of the controls 1.1 and 3.1
/// to 3.14. What is there already and right is used.
/// </summary>
[Cmdlet(VerbsDiagnostic.Repair, "CisMetricAlarm", DefaultParameterSetName = LiveSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(CisFinding))]
public sealed class RepairCisMetricAlarmCommand : RepairCmdlet
{
    /// <summary>An SNS topic of this account to notify, in the Region of the trail's log group; without it, one is made.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? TopicArn { get; set; }

    /// <summary>The name of the topic to make.</summary>
    [Parameter]
    [ValidatePattern(ParameterForms.Topic)]
    public string TopicName { get; set; } = MetricAlarmOptions.DefaultTopicName;

    /// <summary>Whom the topic tells: a mail address, or what else the protocol takes. The receiver has to confirm.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? SubscriberEndpoint { get; set; }

    /// <summary>How the subscriber is told.</summary>
    [Parameter]
    [ValidateSet("email", "email-json", "sms", "https", "sqs", "lambda")]
    public string SubscriberProtocol { get; set; } = "email";

    private protected override RepairOptions OptionsOf(string command) =>
        MetricAlarmParameters.Options(TopicArn, TopicName, SubscriberProtocol, SubscriberEndpoint);
}
