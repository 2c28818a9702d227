using System.Text.RegularExpressions;

namespace CisPosture.Aws.Connection;

/// <summary>The form of a Region's code. Which Regions exist is for AWS to say; new ones appear without us.</summary>
internal static class RegionName
{
    private static readonly Regex Form = new(
        @"^[a-z]{2,8}(-[a-z]+)+-[0-9]{1,2}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    public static string Check(string region, string origin) =>
        Form.IsMatch(region)
            ? region
            : throw new PostureException(ErrorId.RegionInvalid, $"{origin} is '{region}', which is not the code of a Region such as eu-west-1.", region);
}
