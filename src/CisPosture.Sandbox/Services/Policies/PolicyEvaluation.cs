using System.IO.Enumeration;
using System.Text.Json.Nodes;

namespace CisPosture.Sandbox.Services.Policies;

/// <summary>What policies come to for a request: a denial outweighs every grant, and what is not granted is refused.</summary>
internal static class PolicyEvaluation
{
    public static bool Allows(IEnumerable<string> documents, AccessRequest request)
    {
        var statements = documents.SelectMany(Statements).ToArray();
        return !statements.Any(statement => !statement.IsAllow && Means(statement, request, ofUnknown: true))
            && statements.Any(statement => statement.IsAllow && Means(statement, request, ofUnknown: false));
    }

    /// <summary>A policy that cannot be read grants nothing.</summary>
    private static IReadOnlyList<PolicyStatement> Statements(string document) =>
        PolicyReading.Parse(document) is { } policy ? PolicyReading.Statements(policy) ?? [] : [];

    /// <param name="statement">The statement.</param>
    /// <param name="request">The request.</param>
    /// <param name="ofUnknown">What a condition comes to that is not understood here; nobody may be let in whom AWS would refuse.</param>
    private static bool Means(PolicyStatement statement, AccessRequest request, bool ofUnknown) =>
        statement.Actions.Any(action => IsLike(request.Action, action, ignoreCase: true)) != statement.Has("NotAction")
        && (request.Resource is null || statement.Resources.Any(resource => IsLike(request.Resource, resource)) != statement.Has("NotResource"))
        && (request.Principal is null || statement.Principals.Any(principal => Is(request.Principal, principal)) != statement.Has("NotPrincipal"))
        && Conditions(statement).All(condition => Holds(condition, request, ofUnknown));

    private static bool Is(PolicyPrincipal asker, PolicyPrincipal named) => named is { Kind: "*" or "AWS", Name: "*" } || asker == named;

    private static IEnumerable<(string Operator, string Key, string[] Values)> Conditions(PolicyStatement statement) =>
        from test in statement.Condition as JsonObject ?? []
        from key in test.Value as JsonObject ?? []
        select (test.Key, key.Key, Texts(key.Value));

    private static string[] Texts(JsonNode? node) => node is JsonArray list ? [.. list.Select(item => item?.ToString() ?? "")] : [node?.ToString() ?? ""];

    /// <summary>A key that the request lacks fails every test but the negated ones and those that only apply where it is there.</summary>
    private static bool Holds((string Operator, string Key, string[] Values) condition, AccessRequest request, bool ofUnknown)
    {
        var test = condition.Operator[(condition.Operator.IndexOf(':', StringComparison.Ordinal) + 1)..];
        var isOptional = test.EndsWith("IfExists", StringComparison.Ordinal);
        if (isOptional) test = test[..^"IfExists".Length];
        var actual = request.Context.GetValueOrDefault(condition.Key);
        if (test == "Null") return condition.Values.Any(value => bool.TryParse(value, out var isNull) && isNull == actual is null);
        if (actual is null) return isOptional || test.Contains("Not", StringComparison.Ordinal);
        return test switch
        {
            "StringEquals" => condition.Values.Any(value => value == actual),
            "StringNotEquals" => condition.Values.All(value => value != actual),
            "StringEqualsIgnoreCase" or "Bool" => condition.Values.Any(value => string.Equals(value, actual, StringComparison.OrdinalIgnoreCase)),
            "StringLike" or "ArnLike" or "ArnEquals" => condition.Values.Any(value => IsLike(actual, value)),
            "StringNotLike" or "ArnNotLike" or "ArnNotEquals" => !condition.Values.Any(value => IsLike(actual, value)),
            _ => ofUnknown,
        };
    }

    private static bool IsLike(string text, string pattern, bool ignoreCase = false) => FileSystemName.MatchesSimpleExpression(pattern, text, ignoreCase);
}
