using CisPosture.Aws.Repairs;
using CisPosture.Aws.Repairs.Planners;
using CsCheck;

namespace CisPosture.Aws.Tests.Repairs;

public sealed partial class SecurityGroupRepairTests
{
    [Fact]
    public void Split_loses_no_port_and_opens_none() => Gen.Select(Gen.Int[0, 65535], Gen.Int[0, 65535], Gen.Bool).Sample((one, other, both) =>
    {
        var (from, to) = (Math.Min(one, other), Math.Max(one, other));
        var ports = (both ? [22, 3389] : new[] { 22 }).Where(port => from <= port && port <= to).ToList();
        var rest = RuleRemainder.Of(Tcp(from, to, World), ports, isIPv6: false);

        var kept = rest.SelectMany(key => Enumerable.Range(key.FromPort!.Value, key.ToPort!.Value - key.FromPort.Value + 1)).ToList();
        Assert.Equal(kept.Count, kept.Distinct().Count());
        Assert.Equal(Enumerable.Range(from, to - from + 1).Except(ports), kept.Order());
    });
}
