using System.Collections.ObjectModel;
using System.Text.Json;

namespace CisPosture.Repairs;

/// <summary>What each repair is for, asks and calls: data that help, permissions, dependencies and documents are made of.</summary>
internal sealed class RepairCatalogue
{
    private static readonly Lazy<RepairCatalogue> Loaded = new(() => new RepairCatalogue(Load()));
    private static readonly JsonSerializerOptions FileFormat = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, ReadCommentHandling = JsonCommentHandling.Skip };

    private RepairCatalogue(IEnumerable<RepairDefinition> repairs) =>
        Repairs = new ReadOnlyCollection<RepairDefinition>(InOrder([.. repairs.OrderBy(FirstControl)]));

    /// <summary>The repairs that the module has.</summary>
    public static RepairCatalogue Current => Loaded.Value;

    /// <summary>All repairs, each after those that it depends on.</summary>
    public IReadOnlyList<RepairDefinition> Repairs { get; }

    /// <summary>The repair of a control; null where a person has to do it, or where the repair does not exist yet.</summary>
    public RepairDefinition? Of(string controlId) => Repairs.FirstOrDefault(repair => repair.Row(controlId) is not null);

    /// <summary>The repair of a cmdlet.</summary>
    public RepairDefinition this[string command] => Repairs.Single(repair => string.Equals(repair.Command, command, StringComparison.Ordinal));

    private static ControlId FirstControl(RepairDefinition repair) => repair.Rows.SelectMany(row => row.Controls).Min(ControlId.Parse);

    private static List<RepairDefinition> InOrder(List<RepairDefinition> waiting)
    {
        var names = waiting.ConvertAll(repair => repair.Command);
        var ordered = new List<RepairDefinition>();
        while (waiting.Count > 0)
        {
            var next = waiting.Find(repair => !repair.DependsOn.Any(name => names.Contains(name) && ordered.TrueForAll(done => done.Command != name)))
                ?? throw new InvalidOperationException("The repairs depend on one another in a circle.");
            ordered.Add(next);
            waiting.Remove(next);
        }

        return ordered;
    }

    private static IEnumerable<RepairDefinition> Load()
    {
        var assembly = typeof(RepairCatalogue).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.Contains(".Repairs.Catalogue.")))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            yield return JsonSerializer.Deserialize<RepairDefinition>(stream, FileFormat)!;
        }
    }
}
