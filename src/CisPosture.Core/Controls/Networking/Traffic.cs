using CisPosture.Accounts;

namespace CisPosture.Controls.Networking;

/// <summary>The protocol and ports of a security group rule.</summary>
internal sealed class Traffic
{
    private const string AnyProtocol = "-1";
    private const int LastPort = 65535;

    private readonly SecurityGroupPermission _permission;

    public Traffic(SecurityGroupPermission permission) => _permission = permission;

    public bool CarriesTcp(int port) => Carries("tcp", "6", port);

    public bool CarriesUdp(int port) => Carries("udp", "17", port);

    public override string ToString() => _permission.IpProtocol switch
    {
        AnyProtocol => "all traffic",
        "6" => Ports("tcp"),
        "17" => Ports("udp"),
        "1" or "icmp" => Message("icmp"),
        "58" or "icmpv6" => Message("icmpv6"),
        var number when number.All(char.IsDigit) => $"protocol {number}",
        var name => Ports(name),
    };

    // The protocol comes first: a rule for all traffic has no ports, and the ports of ICMP or GRE are none.
    private bool Carries(string name, string number, int port) => _permission.IpProtocol switch
    {
        AnyProtocol => true,
        var protocol when Is(protocol, name) || Is(protocol, number) => First <= port && port <= Last,
        _ => false,
    };

    private int First => _permission.FromPort is null or -1 ? 0 : _permission.FromPort.Value;

    private int Last => _permission.ToPort is null or -1 ? LastPort : _permission.ToPort.Value;

    private static bool Is(string protocol, string expected) => string.Equals(protocol, expected, StringComparison.OrdinalIgnoreCase);

    private string Ports(string protocol)
    {
        if (First == Last)
        {
            return $"{protocol} {First}";
        }

        return First == 0 && Last == LastPort
            ? $"all {protocol}"
            : $"{protocol} {First}-{Last}";
    }

    private string Message(string protocol) => _permission.FromPort is null or -1
        ? $"all {protocol}"
        : $"{protocol} type {_permission.FromPort}";
}
