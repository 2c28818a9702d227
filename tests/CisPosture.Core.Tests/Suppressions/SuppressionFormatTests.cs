using CisPosture.Suppressions;

namespace CisPosture.Core.Tests.Suppressions;

/// <summary>Rules and their lines are found in every format, and files that are none are named with the line.</summary>
public sealed partial class SuppressionFormatTests
{
    private const string Json = """
        // Who accepts what.
        {
          "owner": { "of": ["this", "file"] },
          "suppressions": [
            { "control": 1.20,
              "reason": "Known: [x]",
              "expires": "never" },
            {
              "control": ["4.1", "4.2"],
              "account": 111122223333,
              "isOld": true
            },
            "4.1",
          ]
        }
        """;

    private const string Yaml = """
        # Who accepts what.
        owner: { of: [this, file] }
        suppressions:
          - control: 1.20
            reason: "Known: [x]"
            expires: never
          -
            control: [4.1, '4.2']
            account: 111122223333
            isOld: { a: b }
          - 4.1
        """;

    [Fact]
    public void JSON_is_read_with_lines() => Assert.Equal(
        [
            "5: control@5=1.20 reason@6=Known: [x] expires@7=never",
            "8: control@9=4.1|4.2 account@10=111122223333 isOld@11=?",
            "13: ?",
        ],
        JsonSuppressions.Read("rules.json", Json).Select(Text));

    [Fact]
    public void YAML_is_read_with_lines() => Assert.Equal(
        [
            "4: control@4=1.20 reason@5=Known: [x] expires@6=never",
            "8: control@8=4.1|4.2 account@9=111122223333 isOld@10=?",
            "11: ?",
        ],
        YamlSuppressions.Read("rules.yaml", Yaml).Select(Text));

    [Fact]
    public void A_list_may_stand_by_itself()
    {
        Assert.Equal(["2: control@2=4.1"], JsonSuppressions.Read("rules.json", "[\n{ \"control\": \"4.1\" }\n]").Select(Text));
        Assert.Equal(["1: control@1=4.1"], YamlSuppressions.Read("rules.yaml", "- control: 4.1").Select(Text));
        Assert.Empty(JsonSuppressions.Read("rules.json", "[]"));
        Assert.Empty(YamlSuppressions.Read("rules.yaml", "suppressions: []"));
    }

    [Theory]
    [InlineData("", 1, "")]
    [InlineData("[\n{\"control\": \"4.1\",,}\n]", 2, "")]
    [InlineData("{\n\"suppressions\": [", 2, "")]
    [InlineData("[] x", 1, "")]
    [InlineData("{}", 1, "a list of rules")]
    [InlineData("{\n\"suppressions\": {}\n}", 2, "a list of rules")]
    [InlineData("\"4.1\"", 1, "a list of rules")]
    public void What_is_no_JSON_list_of_rules_is_named_with_the_line(string text, int line, string reason) =>
        Fails(() => JsonSuppressions.Read("rules.json", text), line, reason);

    [Theory]
    [InlineData("", 1, "a list of rules")]
    [InlineData("a: b", 1, "a list of rules")]
    [InlineData("a: b\nsuppressions:\n  c: d", 3, "a list of rules")]
    [InlineData("- control: 4.1\n  reason: [", 2, "")]
    [InlineData("- control: 4.1\n reason: x", 2, "")]
    [InlineData("- &a control\n- *a", 2, "aliases are not understood")]
    [InlineData("- a\n---\n- b", 2, "a second document")]
    [InlineData("- control: \"4.1", 1, "")]
    public void What_is_no_YAML_list_of_rules_is_named_with_the_line(string text, int line, string reason) =>
        Fails(() => YamlSuppressions.Read("rules.yaml", text), line, reason);

    [Fact]
    public void Lists_in_lists_end_somewhere() => Fails(() => YamlSuppressions.Read("rules.yaml", new string('[', 10_000)), 1, string.Empty);

    private static void Fails(Func<object> read, int line, string reason)
    {
        var error = Assert.Throws<PostureException>(read);
        Assert.Equal(ErrorId.SuppressionFileInvalid, error.ErrorId);
        Assert.StartsWith($"At line {line}: ", error.Message[error.Message.IndexOf("At line", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    private static string Text(SuppressionEntry entry) => entry.Fields is null
        ? $"{entry.Line}: ?"
        : $"{entry.Line}: {string.Join(' ', entry.Fields.Select(field => $"{field.Name}@{field.Line}={(field.Texts is null ? "?" : string.Join('|', field.Texts))}"))}";
}
