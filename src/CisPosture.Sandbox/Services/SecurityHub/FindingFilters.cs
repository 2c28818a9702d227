using System.Globalization;
using System.Text.Json.Nodes;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.SecurityHub;

/// <summary>The filters of GetFindings: all attributes must match, and of the values of an attribute one, or none where they are negative.</summary>
internal sealed class FindingFilters
{
    private const int MostAttributes = 10;
    private const int MostValues = 20;

    private static readonly string[] Comparisons = ["EQUALS", "PREFIX", "NOT_EQUALS", "PREFIX_NOT_EQUALS", "CONTAINS", "NOT_CONTAINS"];
    private static readonly string[] Negative = ["NOT_EQUALS", "PREFIX_NOT_EQUALS", "NOT_CONTAINS"];

    private readonly List<Func<JsonObject, bool>> _conditions = [];

    private FindingFilters()
    {
    }

    public static FindingFilters Read(ApiInput? filters, DateTimeOffset now)
    {
        var read = new FindingFilters();
        var attributes = filters?.Names.ToList() ?? [];
        if (attributes.Count > MostAttributes) throw SecurityHubErrors.InvalidInput($"Invalid parameter 'Filters': at most {MostAttributes} attributes may be filtered by.");
        foreach (var attribute in attributes) read._conditions.Add(Condition(attribute, Values(filters!, attribute), now));
        return read;
    }

    public bool Match(JsonObject finding) => _conditions.TrueForAll(condition => condition(finding));

    private static IReadOnlyList<ApiInput> Values(ApiInput filters, string attribute)
    {
        var values = filters.Structures(attribute);
        return values.Count <= MostValues ? values : throw SecurityHubErrors.InvalidInput($"Invalid parameter 'Filters.{attribute}': at most {MostValues} values may be given.");
    }

    private static Func<JsonObject, bool> Condition(string attribute, IReadOnlyList<ApiInput> values, DateTimeOffset now)
    {
        if (FindingAttributes.Texts.TryGetValue(attribute, out var path)) return OfTexts(attribute, path, values);
        if (FindingAttributes.Times.TryGetValue(attribute, out path)) return OfTimes(path, values, now);

        // Not to filter would be to answer what was not asked for.
        throw SecurityHubErrors.InvalidInput($"Invalid parameter 'Filters': the sandbox does not filter by '{attribute}'.");
    }

    private static Func<JsonObject, bool> OfTexts(string attribute, string path, IReadOnlyList<ApiInput> values)
    {
        var filters = values.Select(value => (Comparison: value.OneOf("Comparison", Comparisons) ?? throw SecurityHubErrors.InvalidInput($"Invalid parameter 'Filters.{attribute}': a Comparison is required."), Value: value.Required("Value"))).ToList();
        RefuseContradiction(attribute, filters.ConvertAll(filter => filter.Comparison));
        var (denied, allowed) = (filters.FindAll(filter => Negative.Contains(filter.Comparison)), filters.FindAll(filter => !Negative.Contains(filter.Comparison)));
        return finding =>
        {
            var actual = FindingAttributes.Values(finding, path).ToList();
            return (allowed.Count == 0 || allowed.Exists(filter => actual.Exists(text => Holds(filter, text)))) && denied.TrueForAll(filter => actual.TrueForAll(text => Holds(filter, text)));
        };
    }

    private static bool Holds((string Comparison, string Value) filter, string text) => filter.Comparison switch
    {
        "EQUALS" => text == filter.Value,
        "PREFIX" => text.StartsWith(filter.Value, StringComparison.Ordinal),
        "CONTAINS" => text.Contains(filter.Value, StringComparison.Ordinal),
        "NOT_EQUALS" => text != filter.Value,
        "PREFIX_NOT_EQUALS" => !text.StartsWith(filter.Value, StringComparison.Ordinal),
        _ => !text.Contains(filter.Value, StringComparison.Ordinal),
    };

    private static void RefuseContradiction(string attribute, List<string> comparisons)
    {
        var isMixed = (comparisons.Contains("CONTAINS") && comparisons.Contains("NOT_CONTAINS"))
            || (comparisons.Contains("EQUALS") && (comparisons.Contains("NOT_EQUALS") || comparisons.Contains("PREFIX_NOT_EQUALS")));
        if (isMixed) throw SecurityHubErrors.InvalidInput($"Invalid parameter 'Filters.{attribute}': these comparisons cannot be combined.");
    }

    private static Func<JsonObject, bool> OfTimes(string path, IReadOnlyList<ApiInput> values, DateTimeOffset now)
    {
        var spans = values.Select(value => Span(value, now)).ToList();
        return finding => FindingAttributes.Values(finding, path).Any(text => spans.Exists(span => IsWithin(DateTimeOffset.Parse(text, CultureInfo.InvariantCulture), span)));
    }

    private static bool IsWithin(DateTimeOffset time, (DateTimeOffset Start, DateTimeOffset End) span) => span.Start <= time && time <= span.End;

    private static (DateTimeOffset Start, DateTimeOffset End) Span(ApiInput value, DateTimeOffset now)
    {
        if (value.Structure("DateRange") is { } range)
        {
            _ = range.OneOf("Unit", "DAYS");
            return (now.AddDays(-(range.Integer("Value", 0, int.MaxValue) ?? throw SecurityHubErrors.InvalidInput("Invalid parameter 'DateRange': a Value is required."))), now);
        }

        return (Time(value, "Start") ?? DateTimeOffset.MinValue, Time(value, "End") ?? DateTimeOffset.MaxValue);
    }

    private static DateTimeOffset? Time(ApiInput value, string name)
    {
        if (value.Text(name) is not { } text) return null;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : throw SecurityHubErrors.InvalidInput($"Invalid parameter '{name}': '{text}'.");
    }
}
