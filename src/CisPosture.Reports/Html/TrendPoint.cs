namespace CisPosture.Reports.Html;

/// <summary>A scan in the picture of the trend.</summary>
/// <param name="Day">The day of its evidence.</param>
/// <param name="X">Its place from the left, in percent.</param>
/// <param name="Y">Its place from the top, in percent.</param>
/// <param name="Value">What is shown, in words.</param>
internal sealed record TrendPoint(string Day, double X, double Y, string Value)
{
    /// <summary>The height from the ground.</summary>
    public double Height => 100 - Y;
}
