using System.Text.RegularExpressions;
using System.Xml.Linq;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.S3;

/// <summary>What a new bucket may be called and where it may lie.</summary>
internal static partial class BucketNames
{
    public const string OldestRegion = "us-east-1";

    private const string OldNameOfIreland = "EU";

    public static string Read(ApiCall call)
    {
        var name = call.Input.Required("Bucket");
        return Name().IsMatch(name) && !Address().IsMatch(name) && !name.Contains("..", StringComparison.Ordinal)
            ? name
            : throw new ApiException("InvalidBucketName", "The specified bucket is not valid.") { Details = new Dictionary<string, string>(StringComparer.Ordinal) { ["BucketName"] = name } };
    }

    /// <summary>The oldest Region's endpoint makes buckets anywhere; every other one only in its own Region, which must be named.</summary>
    public static string Region(ApiCall call, XElement? configuration)
    {
        var constraint = S3Body.Text(configuration, "LocationConstraint");
        if (string.IsNullOrEmpty(constraint)) return call.Region == OldestRegion ? OldestRegion : throw Illegal("unspecified");
        var region = constraint == OldNameOfIreland ? "eu-west-1" : constraint;
        if (region == OldestRegion || !call.Account.IsEnabled(region)) throw Invalid(constraint);
        return call.Region == OldestRegion || call.Region == region ? region : throw Illegal(constraint);
    }

    private static ApiException Invalid(string constraint) => new("InvalidLocationConstraint", "The specified location-constraint is not valid")
    {
        Details = new Dictionary<string, string>(StringComparer.Ordinal) { ["LocationConstraint"] = constraint },
    };

    private static ApiException Illegal(string constraint) =>
        new("IllegalLocationConstraintException", $"The {constraint} location constraint is incompatible for the region specific endpoint this request was sent to.");

    [GeneratedRegex(@"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Name();

    [GeneratedRegex(@"^[0-9]+\.[0-9]+\.[0-9]+\.[0-9]+\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Address();
}
