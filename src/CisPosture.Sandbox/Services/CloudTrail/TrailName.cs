using System.Text.RegularExpressions;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.CloudTrail;

/// <summary>What CloudTrail takes for a trail's name: letters and digits with single marks between them, and no IP address.</summary>
internal static partial class TrailName
{
    public static string Checked(string name) => name.Length is >= 3 and <= 128 && Form().IsMatch(name) && !Address().IsMatch(name)
        ? name
        : throw new ApiException("InvalidTrailNameException", $"Trail name {name} is not valid: it must have 3 to 128 letters, digits and single '.', '_' or '-' between them, and not be an IP address.");

    [GeneratedRegex(@"^[A-Za-z0-9]+([._-][A-Za-z0-9]+)*\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();

    [GeneratedRegex(@"^[0-9]+\.[0-9]+\.[0-9]+\.[0-9]+\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
