using CisPosture.Findings;

namespace CisPosture.SecurityHub;

/// <summary>Which findings of Security Hub to read.</summary>
internal sealed record HubQuery
{
    /// <summary>The Regions whose hubs to ask, by name; empty for every enabled one that <see cref="RegionPatterns"/> let through.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>Patterns for the Regions whose hubs to ask; empty for all.</summary>
    public IReadOnlyList<TextPattern> RegionPatterns { get; init; } = [];

    /// <summary>The controls that are asked for.</summary>
    public required IReadOnlyList<CisControl> Controls { get; init; }

    /// <summary>The accounts by number; empty for all, or where they are named by patterns.</summary>
    public IReadOnlyList<string> AccountIds { get; init; } = [];

    /// <summary>Whether to read what this module has published instead of what Security Hub itself has found.</summary>
    public bool IsPublished { get; init; }

    /// <summary>What the findings are held to once they are read.</summary>
    public required FindingQuery Findings { get; init; }

    // What belongs to the whole account is in the hub of every Region, and which of them is the latest is known only once all are read.
    private bool MaySelectStatus => Regions.Count == 1 || Controls.All(control => control.Scope == "Region");

    /// <summary>The filters to send, one after the other; together they ask for every finding that is wanted, and for few others.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="region">The Region.</param>
    public IReadOnlyList<HubFilter> Filters(string partition, string region)
    {
        var common = new HubFilter { IsActive = true, AccountIds = AccountIds.Count <= AsffLimits.FilterValues ? AccountIds : [], Statuses = MaySelectStatus ? Findings.Statuses : [] };
        if (IsPublished)
        {
            return [ByRule(common with { IdPrefix = AsffImport.IdPrefix }, partition)];
        }

        var own = common with { ProductArn = HubArn.OwnProduct(partition, region) };
        return [ByRule(own, partition), ByControl(own)];
    }

    // The few controls that a filter has room for are named; else all are read.
    private HubFilter ByRule(HubFilter filter, string partition)
    {
        var prefixes = CisStandard.RulePrefixes(partition);
        var rules = prefixes.SelectMany(prefix => Controls.Select(control => prefix + control.Id)).ToList();
        return rules.Count <= AsffLimits.FilterValues ? filter with { GeneratorIds = rules } : filter with { GeneratorPrefixes = prefixes };
    }

    private HubFilter ByControl(HubFilter filter)
    {
        var shared = Controls.Select(control => control.SecurityControlId).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return filter with
        {
            GeneratorPrefixes = [CisStandard.SharedGeneratorPrefix],
            StandardsId = CisStandard.StandardsId,
            SecurityControlIds = shared.Count <= AsffLimits.FilterValues ? shared : [],
        };
    }
}
