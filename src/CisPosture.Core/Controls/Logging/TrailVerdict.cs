using CisPosture.Controls.Trails;

namespace CisPosture.Controls.Logging;

/// <summary>What can be said of trails that could not be seen.</summary>
internal static class TrailVerdict
{
    public static Verdict Blind(JudgedResource account, TrailVisibility visibility)
    {
        var verdict = GapVerdict.Of(account, visibility.Gap!);
        return visibility.UnreadRegions.Count == 0 ? verdict : verdict with { Facts = verdict.Facts.With(UnreadRegions(visibility)) };
    }

    /// <param name="account">The account.</param>
    /// <param name="visibility">What was seen.</param>
    /// <param name="consequence">What follows from it, as the second half of a sentence.</param>
    public static Verdict Partial(JudgedResource account, TrailVisibility visibility, string consequence) => new()
    {
        Status = FindingStatus.Warning,
        ReasonCode = ReasonCode.PartialVisibility,
        Reason = $"Trails of {Wording.Count(visibility.UnreadRegions.Count, "Region")} could not be listed; {consequence}.",
        Resource = account,
        Facts = GapVerdict.Of(account, visibility.Gap!).Facts.With(UnreadRegions(visibility)),
    };

    private static (string Name, object? Value) UnreadRegions(TrailVisibility visibility) => ("UnreadRegions", visibility.UnreadRegions.ToArray());
}
