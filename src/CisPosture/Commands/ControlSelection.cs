namespace CisPosture.Commands;

/// <summary>Which controls a command is about.</summary>
internal static class ControlSelection
{
    /// <summary>The controls that are named, not excluded, and of one of the severities.</summary>
    /// <param name="ids">Numbers or patterns; null for all.</param>
    /// <param name="excludedIds">Numbers or patterns to leave out; null for none.</param>
    /// <param name="severities">Severities; null for all.</param>
    /// <returns>The controls in the order of their numbers; may be empty.</returns>
    public static IReadOnlyList<CisControl> Of(IReadOnlyCollection<string>? ids, IReadOnlyCollection<string>? excludedIds, IReadOnlyCollection<Severity>? severities)
    {
        var catalogue = BenchmarkCatalogue.Current;
        var named = ids is null ? catalogue.Controls : catalogue.Select(ids);
        var excluded = excludedIds is null ? [] : catalogue.Select(excludedIds).Select(control => control.Number);
        var names = severities?.Select(severity => severity.ToString()).ToList();
        return
        [
            .. named
                .Where(control => !excluded.Contains(control.Number))
                .Where(control => names is null || names.Contains(control.Severity, StringComparer.Ordinal)),
        ];
    }
}
