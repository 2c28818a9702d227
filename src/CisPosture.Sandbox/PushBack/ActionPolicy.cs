using System.IO.Enumeration;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CisPosture.Sandbox.PushBack;

/// <summary>
/// An identity policy that says what the caller may do. It speaks of actions only: a statement that also depends on a resource or a
/// condition is refused, because the sandbox would have to ignore it.
/// </summary>
internal sealed class ActionPolicy
{
    private static readonly string[] Known = ["Sid", "Effect", "Action", "NotAction", "Resource"];

    private readonly IReadOnlyList<Statement> _statements;

    private ActionPolicy(IReadOnlyList<Statement> statements) => _statements = statements;

    /// <summary>Reads a policy document.</summary>
    /// <exception cref="FormatException">The text is no policy document, or one that needs more than actions.</exception>
    public static ActionPolicy Parse(string document)
    {
        var statements = Document(document)["Statement"] switch
        {
            JsonArray { Count: > 0 } list => list.Select((node, index) => Read(node, index + 1)).ToArray(),
            JsonObject single => [Read(single, 1)],
            _ => throw new FormatException("The policy has no Statement."),
        };
        return new ActionPolicy(statements);
    }

    /// <summary>Whether a statement allows the action.</summary>
    public bool Allows(string action) => _statements.Any(statement => !statement.IsDeny && statement.Covers(action));

    /// <summary>Whether a statement denies the action, which no other can undo.</summary>
    public bool Denies(string action) => _statements.Any(statement => statement.IsDeny && statement.Covers(action));

    private static JsonObject Document(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject ?? throw new FormatException("The policy is not a JSON object.");
        }
        catch (JsonException exception)
        {
            throw new FormatException($"The policy is not JSON: {exception.Message}", exception);
        }
    }

    private static Statement Read(JsonNode? node, int number)
    {
        if (node is not JsonObject statement) throw Refused(number, "is not an object");
        if (statement.Select(member => member.Key).FirstOrDefault(key => !Known.Contains(key, StringComparer.Ordinal)) is { } stray) throw Refused(number, $"has {stray}, which the sandbox does not weigh");
        if (Texts(statement, "Resource", number) is not ["*"]) throw Refused(number, "is not about Resource *, and the sandbox does not weigh others");
        var isDeny = statement["Effect"]?.ToString() switch
        {
            "Allow" => false,
            "Deny" => true,
            _ => throw Refused(number, "has no Effect of Allow or Deny"),
        };
        return (Texts(statement, "Action", number), Texts(statement, "NotAction", number)) switch
        {
            ({ Count: > 0 } actions, []) => new Statement(isDeny, actions, IsExcept: false),
            ([], { Count: > 0 } others) => new Statement(isDeny, others, IsExcept: true),
            _ => throw Refused(number, "has neither just Action nor just NotAction"),
        };
    }

    private static List<string> Texts(JsonObject statement, string name, int number) => statement[name] switch
    {
        null => [],
        JsonArray list => [.. list.Select(item => Text(item, name, number))],
        var single => [Text(single, name, number)],
    };

    private static string Text(JsonNode? node, string name, int number) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? text : throw Refused(number, $"has {name} that is no text");

    private static FormatException Refused(int number, string what) => new($"Statement {number} of the policy {what}.");

    private sealed record Statement(bool IsDeny, IReadOnlyList<string> Patterns, bool IsExcept)
    {
        public bool Covers(string action) => Patterns.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, action, ignoreCase: true)) != IsExcept;
    }
}
