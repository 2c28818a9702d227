namespace CisPosture.Reports.Html;

/// <summary>The controls of a section in the picture of all controls.</summary>
/// <param name="Name">The section.</param>
/// <param name="Tiles">Its controls, in the order of their numbers.</param>
internal sealed record TileRow(string Name, IReadOnlyList<ControlTile> Tiles);
