namespace CisPosture.Tests.Views;

/// <summary>Something on the screen that is written down in Screens, once for each width.</summary>
/// <param name="Name">The name of its files.</param>
/// <param name="View">The view in the format file that draws it.</param>
/// <param name="Script">What a user types; $args[0] are the objects.</param>
/// <param name="Objects">The objects; empty where the script makes them itself.</param>
internal sealed record ScreenView(string Name, string View, string Script, params object[] Objects)
{
    private const string Shown = "$args[0] | Out-Default";

    public static ScreenView Of(string name, string view, params object[] objects) => new(name, view, Shown, objects);
}
