using System.Text.RegularExpressions;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Logs;

/// <summary>The names of requests, checked as CloudWatch Logs checks them.</summary>
internal static partial class LogsName
{
    private const int Longest = 512;

    public static string OfGroup(ApiInput input)
    {
        var name = input.Required("logGroupName");
        return name.Length <= Longest && GroupName().IsMatch(name) ? name : throw Broken("logGroupName", name, @"[\.\-_/#A-Za-z0-9]+");
    }

    public static string OfFilter(ApiInput input)
    {
        var name = input.Required("filterName");
        return name.Length <= Longest && name.IndexOfAny([':', '*']) < 0 ? name : throw Broken("filterName", name, "[^:*]*");
    }

    public static ApiException Broken(string parameter, string value, string pattern) =>
        LogsErrors.Invalid($"1 validation error detected: Value '{value}' at '{parameter}' failed to satisfy constraint: Member must satisfy regular expression pattern: {pattern}");

    [GeneratedRegex(@"^[.\-_/#A-Za-z0-9]+\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex GroupName();
}
