using System.Globalization;
using System.Net;
using System.Net.Sockets;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Ec2;

/// <summary>An address range in the one form in which EC2 keeps it: 100.68.0.18/18 becomes 100.68.0.0/18.</summary>
internal static class CidrBlock
{
    public static string Canonical(string text, AddressFamily family)
    {
        if (text.Split('/') is not [var address, var digits]
            || !IPAddress.TryParse(address, out var parsed)
            || parsed.AddressFamily != family
            || (family == AddressFamily.InterNetwork && address.Count(character => character == '.') != 3)
            || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            || length > parsed.GetAddressBytes().Length * 8)
        {
            throw new ApiException("InvalidParameterValue", $"CIDR block {text} is malformed");
        }

        return $"{new IPAddress(Masked(parsed.GetAddressBytes(), length))}/{length.ToString(CultureInfo.InvariantCulture)}";
    }

    private static byte[] Masked(byte[] bytes, int length)
    {
        for (var index = 0; index < bytes.Length; index++)
        {
            var kept = Math.Clamp(length - (index * 8), 0, 8);
            bytes[index] &= (byte)(0xFF << (8 - kept));
        }

        return bytes;
    }
}
