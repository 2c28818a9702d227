namespace CisPosture.Accounts;

/// <summary>Makes evidence without spelling its type.</summary>
public static class Evidence
{
    /// <summary>A fact that was read.</summary>
    /// <typeparam name="T">The fact's type.</typeparam>
    /// <param name="value">The fact.</param>
    /// <returns>Known evidence.</returns>
    public static Evidence<T> Of<T>(T value)
        where T : notnull => new(value, gap: null);

    /// <summary>A fact that could not be read.</summary>
    /// <typeparam name="T">The fact's type.</typeparam>
    /// <param name="gap">Why not.</param>
    /// <returns>Missing evidence.</returns>
    public static Evidence<T> Missing<T>(EvidenceGap gap)
        where T : notnull => new(default, gap);
}
