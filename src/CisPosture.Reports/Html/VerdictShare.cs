namespace CisPosture.Reports.Html;

/// <summary>The part of a bar or ring that controls of one verdict take.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Count">How many controls.</param>
/// <param name="Start">Where it begins, in percent of the whole.</param>
/// <param name="Length">How long it is, in percent of the whole.</param>
internal sealed record VerdictShare(ControlVerdict Verdict, int Count, double Start, double Length)
{
    private const double RoomForNumber = 7;
    private const int Digits = 3;

    // What calls for work comes first.
    private static readonly ControlVerdict[] Order =
        [ControlVerdict.Failed, ControlVerdict.Unknown, ControlVerdict.Suppressed, ControlVerdict.Passed, ControlVerdict.NoData];

    /// <summary>The name under which styles and pictures know the verdict.</summary>
    public string Key => KeyOf(Verdict.ToString());

    /// <summary>The word for it.</summary>
    public string Name => NameOf(Verdict.ToString());

    /// <summary>Its middle, in percent of the whole.</summary>
    public double Middle => Math.Round(Start + (Length / 2), Digits);

    /// <summary>Whether its number has room in it.</summary>
    public bool HasRoom => Length >= RoomForNumber;

    /// <summary>The rest of the whole.</summary>
    public double Rest => Math.Round(100 - Length, Digits);

    /// <summary>The shares of all verdicts, the empty ones included.</summary>
    /// <param name="verdicts">The verdicts on any controls.</param>
    /// <returns>The shares, in the order in which they are drawn.</returns>
    public static IReadOnlyList<VerdictShare> Of(IReadOnlyCollection<CisControlVerdict> verdicts)
    {
        var shares = new List<VerdictShare>();
        var start = 0.0;
        foreach (var verdict in Order)
        {
            var count = verdicts.Count(one => one.Verdict == verdict.ToString());
            var length = verdicts.Count == 0 ? 0 : 100.0 * count / verdicts.Count;
            shares.Add(new VerdictShare(verdict, count, Math.Round(start, Digits), Math.Round(length, Digits)));
            start += length;
        }

        return shares;
    }

    /// <summary>The name under which styles and pictures know a verdict.</summary>
    /// <param name="verdict">A name of <see cref="ControlVerdict"/>.</param>
    /// <returns>The name in lower case.</returns>
    public static string KeyOf(string verdict) => verdict.ToLowerInvariant();

    /// <summary>The words for a verdict.</summary>
    /// <param name="verdict">A name of <see cref="ControlVerdict"/>.</param>
    /// <returns>The words.</returns>
    public static string NameOf(string verdict) => verdict == nameof(ControlVerdict.NoData) ? "No data" : verdict;
}
