using System.Text.Json.Nodes;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.SecurityHub;

/// <summary>The order in which GetFindings was asked to answer; without one, that in which the findings came.</summary>
internal sealed class FindingOrder
{
    private readonly IReadOnlyList<(string Path, bool IsDescending)> _criteria;

    private FindingOrder(IReadOnlyList<(string Path, bool IsDescending)> criteria) => _criteria = criteria;

    public static FindingOrder Read(IReadOnlyList<ApiInput> criteria) => new([.. criteria.Select(Criterion)]);

    public IReadOnlyList<JsonObject> Sort(IEnumerable<JsonObject> findings)
    {
        var sorted = findings.OrderBy(_ => 0);
        foreach (var (path, isDescending) in _criteria)
        {
            sorted = isDescending ? sorted.ThenByDescending(Key, StringComparer.Ordinal) : sorted.ThenBy(Key, StringComparer.Ordinal);

            string Key(JsonObject finding) => FindingAttributes.Values(finding, path).FirstOrDefault() ?? "";
        }

        return [.. sorted];
    }

    private static (string Path, bool IsDescending) Criterion(ApiInput criterion)
    {
        var field = criterion.Required("Field");
        var path = FindingAttributes.Texts.GetValueOrDefault(field) ?? FindingAttributes.Times.GetValueOrDefault(field) ?? throw SecurityHubErrors.InvalidInput($"Invalid parameter 'SortCriteria': '{field}'.");
        return (path, criterion.OneOf("SortOrder", "asc", "desc") == "desc");
    }
}
