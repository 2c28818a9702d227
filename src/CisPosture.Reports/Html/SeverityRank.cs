namespace CisPosture.Reports.Html;

/// <summary>The weight of a severity as a number.</summary>
internal static class SeverityRank
{
    /// <summary>All severities, the lightest first.</summary>
    public static readonly IReadOnlyList<string> Names = Enum.GetNames(typeof(Severity));

    /// <summary>The weight of a severity.</summary>
    /// <param name="name">A name of <see cref="Severity"/>.</param>
    /// <returns>The heavier, the higher.</returns>
    public static int Of(string name) => (int)(Severity)Enum.Parse(typeof(Severity), name, ignoreCase: true);
}
