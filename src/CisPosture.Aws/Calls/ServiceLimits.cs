namespace CisPosture.Aws.Calls;

/// <summary>
/// What services bear of one account in one Region, as far as AWS documents it. What it does not document, <see cref="CallPace"/> finds
/// out from the first refusal.
/// </summary>
internal static class ServiceLimits
{
    private const int UsualCallsAtOnce = 8;

    private static readonly Dictionary<string, int> CallsAtOnce = new(StringComparer.Ordinal)
    {
        ["iam"] = 5,
        ["cloudtrail"] = 5,
        ["logs"] = 2,
        ["config"] = 3,
        ["kms"] = 10,
        ["securityhub"] = 2,
    };

    private static readonly Dictionary<string, double> CallsASecond = new(StringComparer.Ordinal)
    {
        ["cloudtrail"] = 10,
        ["logs"] = 5,

        // Of findings that go in; that they are read no faster than three times a second, the pace finds out.
        ["securityhub"] = 10,
    };

    /// <summary>How many calls of a service may be under way at once.</summary>
    public static int Concurrency(string service) => CallsAtOnce.TryGetValue(service, out var limit) ? limit : UsualCallsAtOnce;

    /// <summary>How many calls a second a service takes; null where AWS does not say.</summary>
    public static double? Rate(string service) => CallsASecond.TryGetValue(service, out var rate) ? rate : null;

    /// <summary>True for the services that count the calls of an account whichever Region is asked.</summary>
    public static bool IsAccountWide(string service) => service == "iam";
}
