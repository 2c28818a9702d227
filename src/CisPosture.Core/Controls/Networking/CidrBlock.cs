using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace CisPosture.Controls.Networking;

/// <summary>A range of addresses, as far as it matters whether it is everything or half of everything.</summary>
internal sealed class CidrBlock
{
    private CidrBlock(string text, IPAddress address, int prefixLength)
    {
        Text = text;
        Canonical = $"{WithoutHost(address, prefixLength)}/{prefixLength.ToString(CultureInfo.InvariantCulture)}";
        Family = address.AddressFamily;
        IsEverything = prefixLength == 0;
        IsHalf = prefixLength == 1;
        IsUpperHalf = IsHalf && address.GetAddressBytes()[0] >= 0x80;
    }

    public string Text { get; }

    /// <summary>The range as EC2 keeps it, without bits that name a host in it.</summary>
    public string Canonical { get; }

    public AddressFamily Family { get; }

    public bool IsIPv6 => Family == AddressFamily.InterNetworkV6;

    public bool IsEverything { get; }

    public bool IsHalf { get; }

    public bool IsUpperHalf { get; }

    /// <summary>Reads a range; null where the text is none.</summary>
    public static CidrBlock? TryParse(string text)
    {
        var slash = text.IndexOf('/');
        return slash > 0
            && int.TryParse(text.Substring(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var prefixLength)
            && IPAddress.TryParse(text.Substring(0, slash), out var address)
            && prefixLength <= address.GetAddressBytes().Length * 8
                ? new CidrBlock(text, address, prefixLength)
                : null;
    }

    private static IPAddress WithoutHost(IPAddress address, int prefixLength)
    {
        var bytes = address.GetAddressBytes();
        for (var index = 0; index < bytes.Length; index++)
        {
            var kept = Math.Min(Math.Max(prefixLength - (index * 8), 0), 8);
            bytes[index] &= (byte)(0xFF00 >> kept);
        }

        return new IPAddress(bytes);
    }
}
