using System.Collections.ObjectModel;
using System.Text.Json;

namespace CisPosture;

/// <summary>The controls of one benchmark edition, read from the data file that is the only place where they are described.</summary>
public sealed class BenchmarkCatalogue
{
    private static readonly Lazy<BenchmarkCatalogue> Loaded = new(() => Load("cis-aws-foundations-1.2.0.json"));
    private static readonly JsonSerializerOptions FileFormat = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    private readonly Dictionary<ControlId, CisControl> _byId;

    private BenchmarkCatalogue(CatalogueFile file)
    {
        Benchmark = file.Benchmark;
        Version = file.Version;
        Controls = new ReadOnlyCollection<CisControl>([.. file.Controls.OrderBy(control => control.Number)]);
        _byId = Controls.ToDictionary(control => control.Number);
    }

    /// <summary>CIS AWS Foundations Benchmark v1.2.0 as Security Hub shipped it.</summary>
    public static BenchmarkCatalogue Current => Loaded.Value;

    /// <summary>The benchmark's name.</summary>
    public string Benchmark { get; }

    /// <summary>The benchmark's edition.</summary>
    public string Version { get; }

    /// <summary>All controls, in the order of their numbers.</summary>
    public IReadOnlyList<CisControl> Controls { get; }

    /// <summary>The control of a number.</summary>
    /// <param name="id">The number, such as "3.10".</param>
    /// <returns>The control.</returns>
    /// <exception cref="PostureException">The benchmark has no such control, or Security Hub does not judge it.</exception>
    public CisControl this[string id] => Find(ParseId(id));

    /// <summary>The controls whose numbers match any of the patterns.</summary>
    /// <param name="patterns">Numbers, or patterns with * and ?, such as "3.*".</param>
    /// <returns>The controls, each once, in the order of their numbers.</returns>
    /// <exception cref="PostureException">A pattern is malformed or matches nothing.</exception>
    public IReadOnlyList<CisControl> Select(IEnumerable<string> patterns)
    {
        var chosen = new HashSet<ControlId>();
        foreach (var pattern in patterns)
        {
            chosen.UnionWith(Matching(pattern));
        }

        return [.. Controls.Where(control => chosen.Contains(control.Number))];
    }

    private static ControlId ParseId(string text) =>
        ControlId.TryParse(text, out var id)
            ? id
            : throw new PostureException(
                ErrorId.ControlIdInvalid,
                $"'{text}' is not a control id. Write a chapter and a number such as 3.10, or a pattern such as 3.*; Get-CisControl lists all of them.",
                text);

    private static BenchmarkCatalogue Load(string fileName)
    {
        var assembly = typeof(BenchmarkCatalogue).Assembly;
        var name = assembly.GetManifestResourceNames().Single(resource => resource.EndsWith(fileName, StringComparison.Ordinal));
        using var stream = assembly.GetManifestResourceStream(name)!;
        return new BenchmarkCatalogue(JsonSerializer.Deserialize<CatalogueFile>(stream, FileFormat)!);
    }

    private IEnumerable<ControlId> Matching(string pattern)
    {
        if (!ControlIdPattern.HasWildcard(pattern))
        {
            return [Find(ParseId(pattern)).Number];
        }

        var wildcard = new ControlIdPattern(pattern);
        var matching = Controls.Select(control => control.Number).Where(wildcard.Matches).ToList();
        return matching.Count > 0
            ? matching
            : throw new PostureException(ErrorId.ControlNotFound, $"No control matches '{pattern}'. Get-CisControl lists all of them.", pattern);
    }

    private CisControl Find(ControlId id) =>
        _byId.TryGetValue(id, out var control)
            ? control
            : throw new PostureException(
                ErrorId.ControlNotFound,
                $"{id} is not a Security Hub control of {Benchmark} {Version}. Get-CisControl lists the {Controls.Count} that are.",
                id.ToString());

    private sealed record CatalogueFile(string Benchmark, string Version, IReadOnlyList<CisControl> Controls);
}
