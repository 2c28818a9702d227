using CisPosture.FilterPatterns;

namespace CisPosture.Controls.Monitoring;

/// <summary>What a path must be like, by the control's settings.</summary>
internal sealed record ChainRules
{
    /// <summary>The benchmark's pattern, then those of later editions where the user accepts them.</summary>
    public required IReadOnlyList<FilterPattern> References { get; init; }

    public required PatternMode Mode { get; init; }

    public required bool ChecksThreshold { get; init; }

    public required bool FollowsCompositeAlarms { get; init; }

    public required bool TrustsOrganizationTrail { get; init; }

    public static ChainRules Of(IReadOnlyList<FilterPattern> references, ControlSettings settings) => new()
    {
        References = settings.IsOn("AcceptLaterPatterns") ? references : [references[0]],
        Mode = (PatternMode)Enum.Parse(typeof(PatternMode), settings.Text("PatternMode")),
        ChecksThreshold = settings.IsOn("CheckAlarmThreshold"),
        FollowsCompositeAlarms = settings.IsOn("FollowCompositeAlarms"),
        TrustsOrganizationTrail = settings.IsOn("TrustOrganizationTrail"),
    };
}
