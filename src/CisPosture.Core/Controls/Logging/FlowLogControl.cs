using CisPosture.Accounts;

namespace CisPosture.Controls.Logging;

/// <summary>2.9: every VPC of the account has a flow log that records rejected traffic.</summary>
internal sealed class FlowLogControl : RegionControl
{
    private const string RequireDelivery = nameof(RequireDelivery);

    public FlowLogControl(CisControl definition)
        : base(definition)
    {
    }

    protected override IReadOnlyList<EvidenceKind> Requires(ControlSettings settings) => [EvidenceKind.Vpcs, EvidenceKind.FlowLogs];

    public override string SummarizePassed(int count) =>
        count == 1 ? "1 VPC logs rejected traffic." : $"{count} VPCs log rejected traffic.";

    protected override IEnumerable<Verdict> JudgeRegion(AccountEvidence evidence, RegionEvidence region, ControlSettings settings)
    {
        var account = JudgedResource.Account(evidence, region.Region);
        if (!region.Vpcs.TryGet(out var vpcs, out var gap))
        {
            return [Unknown(account, gap)];
        }

        var shared = vpcs.Where(vpc => vpc.OwnerId != evidence.AccountId).Select(vpc => Shared(ResourceOf(evidence, region, vpc), vpc));
        return [.. shared, .. JudgeOwn(evidence, region, [.. vpcs.Where(vpc => vpc.OwnerId == evidence.AccountId)], settings)];
    }

    private IEnumerable<Verdict> JudgeOwn(AccountEvidence evidence, RegionEvidence region, List<Vpc> vpcs, ControlSettings settings)
    {
        var account = JudgedResource.Account(evidence, region.Region);
        if (vpcs.Count == 0)
        {
            return [NothingToJudge(account, $"{region.Region} holds no VPC of the account.")];
        }

        return region.FlowLogs.TryGet(out var flowLogs, out var gap)
            ? vpcs.Select(vpc => JudgeVpc(ResourceOf(evidence, region, vpc), vpc, flowLogs, settings.IsOn(RequireDelivery)))
            : [Unknown(account, gap)];
    }

    private static Verdict JudgeVpc(JudgedResource resource, Vpc vpc, IReadOnlyList<FlowLog> flowLogs, bool isDeliveryRequired)
    {
        var own = flowLogs.Where(log => log.ResourceId == vpc.VpcId).ToList();
        var useful = own.Where(log => IsActive(log) && RecordsRejects(log)).ToList();
        var verdict = useful.Count == 0
            ? Failed(resource, $"VPC {vpc.VpcId} {Shortcoming(own)}.") with { Notes = [.. NotesOnPartialLogs(flowLogs)] }
            : JudgeDelivery(resource, vpc, useful, isDeliveryRequired);
        return verdict with
        {
            Facts = Facts.Of(("VpcId", vpc.VpcId), ("IsDefault", vpc.IsDefault), ("FlowLogs", own.Select(Describe).ToArray())),
        };
    }

    private static Verdict JudgeDelivery(JudgedResource resource, Vpc vpc, List<FlowLog> useful, bool isDeliveryRequired)
    {
        var failures = useful.Where(FailsToDeliver).ToList();
        return isDeliveryRequired && failures.Count == useful.Count
            ? Failed(resource, $"VPC {vpc.VpcId} logs rejected traffic, but its flow logs cannot be delivered.") with { Notes = [.. failures.Select(Failure)] }
            : Passed(resource, $"VPC {vpc.VpcId} logs rejected traffic.") with { Notes = [.. failures.Select(Failure)] };
    }

    private static string Shortcoming(List<FlowLog> own)
    {
        if (own.Count == 0)
        {
            return "has no flow log";
        }

        return own.Any(IsActive) ? "logs accepted traffic only" : "has no active flow log";
    }

    private static IEnumerable<string> NotesOnPartialLogs(IReadOnlyList<FlowLog> flowLogs)
    {
        var count = flowLogs.Count(log => !log.ResourceId.StartsWith("vpc-", StringComparison.Ordinal));
        if (count > 0)
        {
            yield return $"Flow logs of subnets or network interfaces do not count; this Region has {count}.";
        }
    }

    private static Verdict Shared(JudgedResource resource, Vpc vpc) =>
        NotAvailable(resource, $"VPC {vpc.VpcId} is shared by account {vpc.OwnerId}, which answers for it.", ReasonCode.NotApplicable) with { IsHidden = true };

    private JudgedResource ResourceOf(AccountEvidence evidence, RegionEvidence region, Vpc vpc) =>
        new(Definition.ResourceType, $"arn:{evidence.Partition}:ec2:{region.Region}:{vpc.OwnerId}:vpc/{vpc.VpcId}", region.Region);

    private static bool IsActive(FlowLog log) => Is(log.FlowLogStatus, "ACTIVE");

    private static bool RecordsRejects(FlowLog log) => Is(log.TrafficType, "REJECT") || Is(log.TrafficType, "ALL");

    private static bool FailsToDeliver(FlowLog log) => Is(log.DeliverLogsStatus, "FAILED");

    private static string Failure(FlowLog log) => string.IsNullOrEmpty(log.DeliverLogsErrorMessage)
        ? $"Flow log {log.FlowLogId} cannot be delivered."
        : $"Flow log {log.FlowLogId} cannot be delivered: {log.DeliverLogsErrorMessage}";

    private static string Describe(FlowLog log) => $"{log.FlowLogId} {log.FlowLogStatus} {log.TrafficType}";

    private static bool Is(string? text, string word) => string.Equals(text, word, StringComparison.OrdinalIgnoreCase);
}
