namespace CisPosture.FilterPatterns;

/// <summary>
/// Compares texts with wildcards. CloudWatch Logs documents <c>*</c> at the ends of a term; whether one inside a term is a wildcard or a
/// plain asterisk it has documented both ways, so a claim is made only where both readings agree.
/// </summary>
internal static class Wildcard
{
    /// <summary>True where every text that matches the narrow one is certain to match the wide one.</summary>
    public static bool Covers(string wide, string narrow)
    {
        if (string.Equals(wide, narrow, StringComparison.Ordinal))
            return true;

        var isOpenBefore = wide.StartsWith("*", StringComparison.Ordinal);
        var isOpenAfter = wide.Length > 1 && wide.EndsWith("*", StringComparison.Ordinal);
        var core = wide[(isOpenBefore ? 1 : 0)..(isOpenAfter ? wide.Length - 1 : wide.Length)];
        // An escape may stand for another character than it shows, so a text that holds one is covered by nothing. No piece holds an
        // asterisk, so a wide text with one inside covers nothing either.
        var pieces = narrow.IndexOf('\\') >= 0 ? [] : narrow.Split('*');
        return pieces.Length > 0 && (isOpenBefore, isOpenAfter) switch
        {
            (true, true) => Array.Exists(pieces, piece => piece.Contains(core, StringComparison.Ordinal)),
            (true, false) => pieces[^1].EndsWith(core, StringComparison.Ordinal),
            (false, true) => pieces[0].StartsWith(core, StringComparison.Ordinal),
            _ => false,
        };
    }
}
