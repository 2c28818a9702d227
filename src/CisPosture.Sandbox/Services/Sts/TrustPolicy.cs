using System.IO.Enumeration;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CisPosture.Sandbox.Services.Sts;

/// <summary>The policy of a role that says who may assume it. A denial outweighs every grant; what is not granted is refused.</summary>
internal sealed class TrustPolicy(string document)
{
    public bool LetsIn(RoleAsker caller)
    {
        var statements = Statements();
        return !statements.Any(statement => Has(statement, "Deny") && Means(statement, caller, unknown: true))
            && statements.Any(statement => Has(statement, "Allow") && Means(statement, caller, unknown: false));
    }

    /// <summary>A policy that is none lets nobody in.</summary>
    private JsonObject[] Statements()
    {
        try
        {
            return Items(JsonNode.Parse(document)?["Statement"]).OfType<JsonObject>().ToArray();
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static bool Has(JsonObject statement, string effect) => statement["Effect"]?.ToString() == effect;

    /// <param name="statement">The statement.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="unknown">What a condition comes to that the sandbox does not know; it must not let in whom AWS would refuse.</param>
    private static bool Means(JsonObject statement, RoleAsker caller, bool unknown) =>
        Texts(statement["Action"]).Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, caller.Action, ignoreCase: true)) && NamesPrincipal(statement, caller) && Conditions(statement).All(condition => Holds(condition, caller, unknown));

    private static bool NamesPrincipal(JsonObject statement, RoleAsker caller) =>
        statement["NotPrincipal"] is { } others ? !Principals(others, caller).Any(caller.Is) : Principals(statement["Principal"], caller).Any(caller.Is);

    private static IEnumerable<string> Principals(JsonNode? node, RoleAsker caller) => node is JsonObject kinds ? Texts(kinds[caller.PrincipalKind]) : Texts(node);

    private static IEnumerable<(string Operator, string Key, string[] Values)> Conditions(JsonObject statement) =>
        from test in statement["Condition"] as JsonObject ?? []
        from key in test.Value as JsonObject ?? []
        select (test.Key, key.Key, Texts(key.Value).ToArray());

    /// <summary>A key that the request lacks fails every test but the negated ones.</summary>
    private static bool Holds((string Operator, string Key, string[] Values) condition, RoleAsker caller, bool unknown)
    {
        var actual = caller.ContextValue(condition.Key);
        return condition.Operator switch
        {
            "StringEquals" => condition.Values.Any(value => value == actual),
            "StringNotEquals" => condition.Values.All(value => value != actual),
            "StringLike" => actual is not null && condition.Values.Any(IsLike),
            "StringNotLike" => actual is null || !condition.Values.Any(IsLike),
            "Bool" => condition.Values.Any(value => string.Equals(value, actual, StringComparison.OrdinalIgnoreCase)),
            _ => unknown,
        };

        bool IsLike(string pattern) => FileSystemName.MatchesSimpleExpression(pattern, actual, ignoreCase: false);
    }

    private static IEnumerable<string> Texts(JsonNode? node) => Items(node).OfType<JsonValue>().Select(value => value.ToString());

    private static IEnumerable<JsonNode?> Items(JsonNode? node) => node is null ? [] : node is JsonArray list ? list : Enumerable.Repeat<JsonNode?>(node, 1);
}
