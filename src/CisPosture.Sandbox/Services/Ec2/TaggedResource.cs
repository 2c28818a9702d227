using CisPosture.Sandbox.State.Ec2;

namespace CisPosture.Sandbox.Services.Ec2;

/// <summary>Something in a Region that can bear tags.</summary>
internal sealed record TaggedResource(string Id, string Type, Dictionary<string, string> Tags)
{
    public static IEnumerable<TaggedResource> All(Ec2State state) => state.Vpcs.Select(vpc => new TaggedResource(vpc.VpcId, "vpc", vpc.Tags))
        .Concat(state.SecurityGroups.Select(group => new TaggedResource(group.GroupId, "security-group", group.Tags)))
        .Concat(state.SecurityGroups.SelectMany(group => group.Ingress.Concat(group.Egress)).Select(rule => new TaggedResource(rule.RuleId, "security-group-rule", rule.Tags)))
        .Concat(state.FlowLogs.Select(log => new TaggedResource(log.FlowLogId, "vpc-flow-log", log.Tags)));
}
