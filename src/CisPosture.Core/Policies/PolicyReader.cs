using System.Text.Json;

namespace CisPosture.Policies;

/// <summary>Reads the JSON of a policy. What IAM itself would refuse is refused here with a <see cref="FormatException"/>.</summary>
internal static class PolicyReader
{
    private static readonly char[] Ignorable = ['\uFEFF', ' ', '\t', '\r', '\n'];

    public static PolicyDocument Read(string? text)
    {
        using var json = JsonDocument.Parse(Plain(text));
        var elements = Elements(json.RootElement, "document");
        return new PolicyDocument
        {
            Version = OptionalText(elements, "Version"),
            Id = OptionalText(elements, "Id"),
            Statements = [.. Statements(elements).Select(ReadStatement)],
        };
    }

    // IAM percent-encodes as RFC 3986 says, where a plus is a plus. JSON starts with a brace, which that encoding never leaves plain.
    private static string Plain(string? text)
    {
        var trimmed = (text ?? string.Empty).Trim(Ignorable);
        if (trimmed.Length == 0)
        {
            throw new FormatException("AWS sent no document.");
        }

        return trimmed[0] == '{' ? trimmed : Uri.UnescapeDataString(trimmed).Trim(Ignorable);
    }

    private static IEnumerable<JsonElement> Statements(Dictionary<string, JsonElement> elements)
    {
        if (!elements.TryGetValue("Statement", out var statement))
        {
            throw new FormatException("The document has no Statement.");
        }

        return statement.ValueKind == JsonValueKind.Array ? [.. statement.EnumerateArray()] : [statement];
    }

    private static PolicyStatement ReadStatement(JsonElement json)
    {
        var elements = Elements(json, "Statement");
        RefuseBoth(elements, "Action", "NotAction");
        RefuseBoth(elements, "Resource", "NotResource");
        RefuseBoth(elements, "Principal", "NotPrincipal");
        if (!elements.ContainsKey("Action") && !elements.ContainsKey("NotAction"))
        {
            throw new FormatException("A statement has neither Action nor NotAction.");
        }

        return new PolicyStatement
        {
            Sid = OptionalText(elements, "Sid"),
            Effect = ReadEffect(elements),
            Actions = OptionalTexts(elements, "Action"),
            NotActions = OptionalTexts(elements, "NotAction"),
            Resources = OptionalTexts(elements, "Resource"),
            NotResources = OptionalTexts(elements, "NotResource"),
            Principals = OptionalPrincipals(elements, "Principal"),
            NotPrincipals = OptionalPrincipals(elements, "NotPrincipal"),
            Conditions = elements.TryGetValue("Condition", out var condition) ? ReadConditions(condition) : [],
        };
    }

    private static PolicyEffect ReadEffect(Dictionary<string, JsonElement> elements) => OptionalText(elements, "Effect") switch
    {
        "Allow" => PolicyEffect.Allow,
        "Deny" => PolicyEffect.Deny,
        _ => throw new FormatException("A statement's Effect is neither Allow nor Deny."),
    };

    private static IReadOnlyList<PolicyPrincipal>? OptionalPrincipals(Dictionary<string, JsonElement> elements, string name)
    {
        if (!elements.TryGetValue(name, out var value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String)
        {
            return value.GetString() == "*" ? [PolicyPrincipal.Everyone] : throw new FormatException($"{name} is a text other than *.");
        }

        return
        [
            .. Elements(value, name, StringComparer.Ordinal)
                .SelectMany(entry => Texts(entry.Value, name).Select(id => new PolicyPrincipal(entry.Key, id))),
        ];
    }

    private static IReadOnlyList<PolicyCondition> ReadConditions(JsonElement condition) =>
    [
        .. from test in Elements(condition, "Condition", StringComparer.Ordinal)
           from key in Elements(test.Value, "Condition", StringComparer.Ordinal)
           select new PolicyCondition(test.Key, key.Key, [.. Items(key.Value).Select(Scalar)]),
    ];

    /// <summary>The members of an object. IAM writes element names in one case; another is read too, because a missed element is a missed right.</summary>
    private static Dictionary<string, JsonElement> Elements(JsonElement json, string name, StringComparer? comparer = null)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException($"The {name} is not a JSON object.");
        }

        var elements = new Dictionary<string, JsonElement>(comparer ?? StringComparer.OrdinalIgnoreCase);
        foreach (var member in json.EnumerateObject())
        {
            if (elements.ContainsKey(member.Name))
            {
                throw new FormatException($"The {name} has {member.Name} twice.");
            }

            elements.Add(member.Name, member.Value);
        }

        return elements;
    }

    private static void RefuseBoth(Dictionary<string, JsonElement> elements, string one, string other)
    {
        if (elements.ContainsKey(one) && elements.ContainsKey(other))
        {
            throw new FormatException($"A statement has both {one} and {other}.");
        }
    }

    private static string? OptionalText(Dictionary<string, JsonElement> elements, string name) =>
        elements.TryGetValue(name, out var value) ? Text(value, name) : null;

    private static IReadOnlyList<string>? OptionalTexts(Dictionary<string, JsonElement> elements, string name) =>
        elements.TryGetValue(name, out var value) ? Texts(value, name) : null;

    private static IReadOnlyList<string> Texts(JsonElement value, string name) => [.. Items(value).Select(item => Text(item, name))];

    private static IEnumerable<JsonElement> Items(JsonElement value) => value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [value];

    private static string Text(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : throw new FormatException($"{name} holds something other than text.");

    private static string Scalar(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.True or JsonValueKind.False or JsonValueKind.Number => value.GetRawText(),
        _ => throw new FormatException("Condition holds something other than texts, numbers and booleans."),
    };
}
