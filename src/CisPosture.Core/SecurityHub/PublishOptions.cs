namespace CisPosture.SecurityHub;

/// <summary>How to publish.</summary>
/// <param name="Now">The time by which suppressions end.</param>
/// <param name="LiftsSuppressions">Whether a suppression of ours is lifted before its end where the finding comes without one.</param>
internal sealed record PublishOptions(DateTimeOffset Now, bool LiftsSuppressions = false);
