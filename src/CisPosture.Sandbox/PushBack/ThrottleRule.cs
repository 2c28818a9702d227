using System.Globalization;

namespace CisPosture.Sandbox.PushBack;

/// <summary>How many requests a second a service takes, or one of its operations, in each Region for itself; IAM takes them for the whole account.</summary>
/// <param name="Service">The service as IAM actions spell it, such as logs; null for every service that has no rule of its own.</param>
/// <param name="Rate">Requests a second.</param>
/// <param name="Burst">Requests that it takes at once when it was left alone for a while.</param>
public sealed record ThrottleRule(string? Service, double Rate, int Burst)
{
    private const string Form = "RATE/s, SERVICE=RATE/s, SERVICE:OPERATION=RATE/s or any of them with :BURST, such as 5/s, logs:PutMetricFilter=2/s or iam=10/s:20";

    /// <summary>The operation that is counted by itself; null where all of the service's are counted together.</summary>
    public string? Operation { get; init; }

    /// <summary>What the rule is for, as in its text: a service, an operation; null for every service.</summary>
    internal string? Target => Operation is null ? Service : $"{Service}:{Operation}";

    /// <summary>Reads a rule such as 5/s, logs=2/s, logs:PutMetricFilter=5/s or iam=10/s:20. Where no burst is given, it is one second's worth.</summary>
    /// <exception cref="FormatException">The text is not of that form.</exception>
    public static ThrottleRule Parse(string text)
    {
        var (target, pace) = text.Split('=', 2) is [var name, var rest] ? (name, rest) : (null, text);
        var (service, operation) = target?.Split(':', 2) is [var owner, var own] ? (owner, own) : (target, null);
        var (perSecond, burst) = pace.Split(':', 2) is [var first, var second] ? (first, second) : (pace, null);
        return service is not "" && operation is not "" && perSecond.EndsWith("/s", StringComparison.Ordinal) && Number(perSecond[..^2]) is { } rate && Most(burst, rate) is { } most
            ? new ThrottleRule(service, rate, most) { Operation = operation }
            : throw new FormatException($"'{text}' is not {Form}.");
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate) && rate is > 0 and <= 10_000 ? rate : null;

    private static int? Most(string? text, double rate)
    {
        if (text is null) return Math.Max(1, (int)rate);
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var burst) && burst is > 0 and <= 100_000 ? burst : null;
    }
}
