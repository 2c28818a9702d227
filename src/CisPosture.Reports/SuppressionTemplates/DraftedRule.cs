namespace CisPosture.Reports.SuppressionTemplates;

/// <summary>A rule for one finding.</summary>
/// <param name="Comment">What the finding says, on one line.</param>
/// <param name="Fields">The entries of the rule but for reason, owner and end, in their order.</param>
internal sealed record DraftedRule(string Comment, IReadOnlyList<(string Name, string Value)> Fields)
{
    /// <summary>The rule that accepts just this finding.</summary>
    /// <param name="finding">The finding.</param>
    /// <returns>The rule.</returns>
    public static DraftedRule Of(CisFinding finding) => new(
        OneLine($"{finding.Severity}: {finding.Title}. {finding.Reason}"),
        [
            ("control", finding.ControlId),
            ("account", finding.AccountId),
            ("region", finding.Region),
            ("resource", VisibleText.Of(finding.ResourceId)),
        ]);

    // Nothing of it may end the comment that it stands in: no line break of any alphabet, and no end of a block comment.
    private static string OneLine(string text)
    {
        var characters = VisibleText.InOneDirection(text).Select(character => char.IsWhiteSpace(character) || character is '\u2028' or '\u2029' or '\u0085' ? ' ' : character);
        return new string([.. characters]).Replace("*/", "* /").Replace("/*", "/ *").Trim();
    }
}
