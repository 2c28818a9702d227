namespace CisPosture.Browser.Tests.Support;

/// <summary>What somebody looks at a report with.</summary>
/// <param name="Width">In CSS pixels.</param>
/// <param name="Height">In CSS pixels.</param>
/// <param name="IsPhone">Touched rather than clicked.</param>
/// <param name="IsDark">The system asks for dark colours.</param>
/// <param name="RunsScripts">Scripts are not switched off.</param>
public sealed record Screen(int Width, int Height, bool IsPhone = false, bool IsDark = false, bool RunsScripts = true)
{
    public static readonly Screen Desktop = new(1440, 900);

    public static readonly Screen Phone = new(390, 844, IsPhone: true);

    public override string ToString() => $"{Width} by {Height}{(IsDark ? ", dark" : "")}";
}
