using System.Net;
using CisPosture.Accounts;
using CisPosture.Controls.Networking;
using CsCheck;

namespace CisPosture.Core.Tests.Controls.Networking;

/// <summary>The port rules against an oracle that tries every port, and address ranges against one that compares bits.</summary>
public sealed class PortRulePropertyTests
{
    private static readonly Gen<string> Protocol = Gen.OneOf<string>("-1", "tcp", "TCP", "6", "udp", "17", "icmp", "1", "icmpv6", "58", "47", "gre", "50", "0");
    private static readonly Gen<int?> Port = Gen.OneOf(
        Gen.OneOf<int?>(null, -1, 0, 1, 21, 22, 23, 3388, 3389, 3390, 65535),
        Gen.Int[0, 65535].Select(port => (int?)port));

    private static readonly Gen<string> Source = Gen.OneOf(
        Gen.OneOf<string>("0.0.0.0/0", "::/0", "0:0:0:0:0:0:0:0/0", "::0/0", "0.0.0.0/1", "128.0.0.0/1", "8000::/1", "sg-1", "pl-1"),
        Gen.Select(Gen.UInt, Gen.Int[0, 32]).Select((address, length) => $"{new IPAddress(BitConverter.GetBytes(address))}/{length}"),
        Gen.Select(Gen.Byte.Array[16], Gen.Int[0, 128]).Select((address, length) => $"{new IPAddress(address)}/{length}"));

    private static readonly Gen<SecurityGroupPermission> AnyPermission =
        Gen.Select(Protocol, Port, Port, Source.Array[0, 4]).Select((protocol, from, to, sources) => Network.Permission(protocol, from, to, sources));

    [Fact]
    public void A_rule_carries_exactly_the_TCP_ports_that_an_enumeration_of_its_ports_holds() =>
        Gen.Select(Protocol, Port, Port).Sample((protocol, from, to) =>
        {
            var traffic = new Traffic(Network.Permission(protocol, from, to));
            return Enumerable.Range(0, 65536).All(port => traffic.CarriesTcp(port) == HoldsTcpPort(protocol, from, to, port));
        }, iter: 100);

    [Fact]
    public void A_group_fails_exactly_where_one_of_its_rules_lets_the_first_and_the_last_address_in() =>
        Gen.Select(AnyPermission.Array[0, 5], Gen.OneOf<string>("4.1", "4.2"), Gen.Bool, Source.Where(entry => !IsReference(entry)).Array[0, 2]).Sample((permissions, control, ignoresIPv6, entries) =>
        {
            var region = Network.RegionWith(Network.GroupWith(permissions)) with { PrefixLists = Network.PrefixList("pl-1", entries) };
            var finding = Judging.JudgeOne(control, Network.Account(region), parameters: new() { ["IPv4Only"] = ignoresIPv6 });
            var port = control == "4.1" ? 22 : 3389;
            var expected = permissions.Any(permission =>
                HoldsTcpPort(permission.IpProtocol, permission.FromPort, permission.ToPort, port)
                && Sources(permission, entries).Any(source => HoldsFirstAndLast(source, ignoresIPv6)));
            return finding.Status == (expected ? "Failed" : "Passed");
        }, iter: 2000);

    [Fact]
    public void Two_spellings_of_a_range_are_the_same_range() =>
        Gen.Select(Gen.Byte.Array[16], Gen.Int[0, 128]).Sample((bytes, length) =>
        {
            var address = new IPAddress(bytes);
            var full = string.Join(':', Enumerable.Range(0, 8).Select(group => $"{bytes[group * 2]:X2}{bytes[(group * 2) + 1]:X2}"));
            var one = CidrBlock.TryParse($"{address}/{length}")!;
            var other = CidrBlock.TryParse($"{full}/{length}")!;
            return (one.IsEverything, one.IsHalf, one.IsUpperHalf, one.IsIPv6) == (other.IsEverything, other.IsHalf, other.IsUpperHalf, other.IsIPv6);
        });

    [Fact]
    public void Whatever_the_text_reading_a_range_never_throws() =>
        Gen.String.Sample(text => CidrBlock.TryParse(text) is null || text.Contains('/', StringComparison.Ordinal));

    [Theory]
    [InlineData("")]
    [InlineData("/0")]
    [InlineData("0.0.0.0")]
    [InlineData("0.0.0.0/")]
    [InlineData("0.0.0.0/-0")]
    [InlineData("0.0.0.0/33")]
    [InlineData("::/129")]
    [InlineData("::/0x0")]
    [InlineData("everywhere/0")]
    [InlineData("0.0.0.0/0/0")]
    public void What_is_no_range_of_addresses_is_none(string text) => Assert.Null(CidrBlock.TryParse(text));

    private static bool HoldsTcpPort(string protocol, int? from, int? to, int port)
    {
        var isTcp = protocol.ToUpperInvariant() is "TCP" or "6";
        var isAbove = from is null || from == -1 || port >= from;
        var isBelow = to is null || to == -1 || port <= to;
        return protocol == "-1" || (isTcp && isAbove && isBelow);
    }

    private static bool IsReference(string source) => source.StartsWith("sg-", StringComparison.Ordinal) || source.StartsWith("pl-", StringComparison.Ordinal);

    private static IEnumerable<string> Sources(SecurityGroupPermission permission, string[] entries) =>
        permission.Ipv4Ranges.Concat(permission.Ipv6Ranges).Concat(permission.PrefixListIds.SelectMany(_ => entries));

    private static bool HoldsFirstAndLast(string range, bool ignoresIPv6)
    {
        var parts = range.Split('/');
        var network = IPAddress.Parse(parts[0]).GetAddressBytes();
        if (ignoresIPv6 && network.Length == 16)
        {
            return false;
        }

        var length = int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture);
        return Enumerable.Range(0, length).All(bit => IsSet(network, bit) == IsSet(new byte[network.Length], bit))
            && Enumerable.Range(0, length).All(bit => IsSet(network, bit) == IsSet([.. Enumerable.Repeat((byte)255, network.Length)], bit));
    }

    private static bool IsSet(byte[] address, int bit) => (address[bit / 8] & (0x80 >> (bit % 8))) != 0;
}
