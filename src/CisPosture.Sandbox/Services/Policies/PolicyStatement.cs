using System.Text.Json.Nodes;

namespace CisPosture.Sandbox.Services.Policies;

/// <summary>A statement of a policy document; single values read as lists of one.</summary>
internal sealed class PolicyStatement(JsonObject members)
{
    public IEnumerable<string> Names => members.Select(member => member.Key);

    public string? Id => Single("Sid");

    public string? Effect => Single("Effect");

    public bool IsAllow => Effect == "Allow";

    public JsonNode? Condition => members[nameof(Condition)];

    public IReadOnlyList<string> Actions => Texts(members["Action"] ?? members["NotAction"]);

    public IReadOnlyList<string> Resources => Texts(members["Resource"] ?? members["NotResource"]);

    public IReadOnlyList<PolicyPrincipal> Principals => (members["Principal"] ?? members["NotPrincipal"]) switch
    {
        JsonObject kinds => kinds.SelectMany(kind => Texts(kind.Value), (kind, name) => new PolicyPrincipal(kind.Key, name)).ToArray(),
        JsonValue value => [new PolicyPrincipal("*", value.ToString())],
        _ => [],
    };

    public bool Has(string name) => members.ContainsKey(name);

    private string? Single(string name) => members[name] is JsonValue value ? value.ToString() : null;

    private static string[] Texts(JsonNode? node) => node switch
    {
        JsonArray items => [.. items.Select(item => item?.ToString() ?? "")],
        JsonValue value => [value.ToString()],
        _ => [],
    };
}
