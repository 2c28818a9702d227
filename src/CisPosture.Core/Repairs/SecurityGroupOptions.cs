using CisPosture.Controls.Networking;

namespace CisPosture.Repairs;

/// <summary>What the user says of a repair of security groups.</summary>
internal sealed record SecurityGroupOptions : RepairOptions
{
    /// <summary>What to do with rules that open more than the port; null where the user has not said.</summary>
    public WideRule? WideRule { get; init; }

    /// <summary>Who may go on instead of everybody; empty for nobody.</summary>
    public IReadOnlyList<string> ReplacementCidrs { get; init; } = [];

    /// <summary>The options of parameters.</summary>
    /// <exception cref="PostureException">A range is none, or is everybody again.</exception>
    public static SecurityGroupOptions Of(WideRule? wideRule, IEnumerable<string>? replacementCidrs) =>
        new() { WideRule = wideRule, ReplacementCidrs = [.. (replacementCidrs ?? []).Select(Canonical).Distinct(StringComparer.Ordinal)] };

    private static string Canonical(string text)
    {
        var block = CidrBlock.TryParse(text.Trim()) ?? throw Invalid(text, "is no range of addresses");
        return block.IsEverything || block.IsHalf ? throw Invalid(text, "lets the world in again") : block.Canonical;
    }

    private static PostureException Invalid(string text, string what) =>
        new(ErrorId.RepairOptionInvalid, $"-ReplacementCidr '{text}' {what}. Write a range such as 203.0.113.0/24, or 203.0.113.7/32 for one address.", text);
}
