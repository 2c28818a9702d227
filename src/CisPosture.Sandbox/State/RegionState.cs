using CisPosture.Sandbox.State.CloudTrail;
using CisPosture.Sandbox.State.CloudWatch;
using CisPosture.Sandbox.State.Config;
using CisPosture.Sandbox.State.Ec2;
using CisPosture.Sandbox.State.Kms;
using CisPosture.Sandbox.State.Logs;
using CisPosture.Sandbox.State.SecurityHub;
using CisPosture.Sandbox.State.Sns;

namespace CisPosture.Sandbox.State;

/// <summary>What an account has in one Region.</summary>
public sealed class RegionState
{
    /// <summary>Trails whose home this Region is.</summary>
    public List<Trail> Trails { get; init; } = [];

    /// <summary>Log groups.</summary>
    public List<LogGroup> LogGroups { get; init; } = [];

    /// <summary>Alarms on metrics.</summary>
    public List<MetricAlarm> MetricAlarms { get; init; } = [];

    /// <summary>Alarms over alarms.</summary>
    public List<CompositeAlarm> CompositeAlarms { get; init; } = [];

    /// <summary>SNS topics.</summary>
    public List<Topic> Topics { get; init; } = [];

    /// <summary>KMS keys.</summary>
    public List<KmsKey> KmsKeys { get; init; } = [];

    /// <summary>AWS Config recorders.</summary>
    public List<ConfigurationRecorder> ConfigurationRecorders { get; init; } = [];

    /// <summary>AWS Config delivery channels.</summary>
    public List<DeliveryChannel> DeliveryChannels { get; init; } = [];

    /// <summary>VPCs and what is in them.</summary>
    public Ec2State Ec2 { get; init; } = new();

    /// <summary>Security Hub and its findings.</summary>
    public SecurityHubState SecurityHub { get; init; } = new();

    /// <summary>Fills in what account files leave out because it follows from the rest.</summary>
    internal void Settle(SandboxAccount account, string region)
    {
        Ec2.Settle(account.AccountId, region);
        SecurityHub.Settle(account, region);
    }
}
