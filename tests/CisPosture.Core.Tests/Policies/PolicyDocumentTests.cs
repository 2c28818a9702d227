using CisPosture.Policies;

namespace CisPosture.Core.Tests.Policies;

public sealed partial class PolicyDocumentTests
{
    private const string Admin = """{"Version":"2012-10-17","Statement":[{"Sid":"Everything","Effect":"Allow","Action":"*","Resource":"*"}]}""";

    public static TheoryData<string, string> Wrappings => new()
    {
        { "percent-encoded", Uri.EscapeDataString(Admin) },
        { "percent-encoded in lower case", Uri.EscapeDataString(Admin).Replace("%7B", "%7b", StringComparison.Ordinal).Replace("%3A", "%3a", StringComparison.Ordinal) },
        { "already decoded", Admin },
        { "with a byte order mark", "\uFEFF" + Admin },
        { "with an encoded byte order mark", Uri.EscapeDataString("\uFEFF" + Admin) },
        { "with encoded line breaks", Uri.EscapeDataString("\r\n" + Admin.Replace(",", ",\r\n\t", StringComparison.Ordinal) + "\n") },
        { "with plain line breaks around", "\n " + Admin + "\r\n" },
    };

    [Theory]
    [MemberData(nameof(Wrappings))]
    public void A_document_is_read_however_AWS_wraps_it(string how, string text)
    {
        Assert.True(PolicyDocument.TryParse(text, out var document, out var problem), $"A document {how} was not read: {problem}");
        Assert.Equal("2012-10-17", document.Version);
        var statement = Assert.Single(document.Statements);
        Assert.Equal(("Everything", PolicyEffect.Allow), (statement.Sid, statement.Effect));
        Assert.True(statement.AllowsEverything);
    }

    [Theory]
    [InlineData("a+b")]
    [InlineData("a b")]
    [InlineData("100%")]
    [InlineData("50%25")]
    [InlineData("\u00FCml\u00E4ut/\u65E5\u672C")]
    public void A_plus_is_a_plus_and_percent_signs_survive(string name)
    {
        var json = $$$"""{"Statement":{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::{{{name}}}"}}""";

        Assert.Equal([$"arn:aws:s3:::{name}"], Read(json).Resources!);
        Assert.Equal([$"arn:aws:s3:::{name}"], Read(Uri.EscapeDataString(json)).Resources!);
    }

    [Fact]
    public void A_plus_that_was_left_unencoded_is_still_a_plus() =>
        Assert.Equal(["a+b"], Read(Uri.EscapeDataString("""{"Statement":{"Effect":"Allow","Action":"a+b"}}""").Replace("%2B", "+", StringComparison.Ordinal)).Actions!);

    [Fact]
    public void Statements_may_be_an_object_or_an_array()
    {
        Assert.Single(Document("""{"Statement":{"Effect":"Deny","Action":"s3:*","Resource":"*"}}""").Statements);
        Assert.Equal(
            [PolicyEffect.Deny, PolicyEffect.Allow],
            Document("""{"Statement":[{"Effect":"Deny","Action":"s3:*"},{"Effect":"Allow","Action":"s3:*"}]}""").Statements.Select(statement => statement.Effect));
    }

    [Fact]
    public void Elements_may_hold_a_text_or_an_array()
    {
        var one = Read("""{"Statement":{"Effect":"Allow","Action":"s3:Get*","Resource":"arn:aws:s3:::b"}}""");
        var many = Read("""{"Statement":{"Effect":"Allow","NotAction":["iam:*","sts:*"],"NotResource":["a","b"]}}""");

        Assert.Equal(["s3:Get*"], one.Actions!);
        Assert.Equal(["arn:aws:s3:::b"], one.Resources!);
        Assert.Equal((null, null), (one.NotActions, one.NotResources));
        Assert.Equal(["iam:*", "sts:*"], many.NotActions!);
        Assert.Equal(["a", "b"], many.NotResources!);
        Assert.Equal((null, null), (many.Actions, many.Resources));
    }

    [Fact]
    public void Principals_may_be_everyone_or_of_several_types()
    {
        var statement = Read(
            """
            {"Statement":{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{
              "AWS":["arn:aws:iam::111122223333:root","444455556666"],"Service":"ec2.amazonaws.com","Federated":"arn:aws:iam::111122223333:saml-provider/x"}}}
            """);

        Assert.Equal(
            [new("AWS", "arn:aws:iam::111122223333:root"), new("AWS", "444455556666"), new("Service", "ec2.amazonaws.com"), new("Federated", "arn:aws:iam::111122223333:saml-provider/x")],
            statement.Principals!);
        Assert.Equal(Read("""{"Statement":{"Effect":"Allow","Action":"x:y","Principal":"*"}}""").Principals!, Read("""{"Statement":{"Effect":"Allow","Action":"x:y","Principal":{"AWS":"*"}}}""").Principals!);
        Assert.Null(Read(Admin).Principals);
    }

    [Fact]
    public void Conditions_are_read_with_values_of_every_scalar_kind()
    {
        var statement = Read(
            """{"Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"Bool":{"aws:MultiFactorAuthPresent":true},"NumericLessThan":{"aws:x":[1,"2"]},"StringEquals":{"a":"b","c":"d"}}}}""");

        Assert.Equal(
            ["Bool aws:MultiFactorAuthPresent true", "NumericLessThan aws:x 1,2", "StringEquals a b", "StringEquals c d"],
            statement.Conditions.Select(condition => $"{condition.Operator} {condition.Key} {string.Join(',', condition.Values)}"));
    }

    [Fact]
    public void Element_names_in_another_case_are_not_missed() =>
        Assert.True(Read("""{"version":"2012-10-17","statement":{"effect":"Allow","action":"*","RESOURCE":"*"}}""").AllowsEverything);

    [Theory]
    [InlineData(null, "no document")]
    [InlineData("", "no document")]
    [InlineData(" \uFEFF\n", "no document")]
    [InlineData("hello", "not JSON: line 1, byte 1")]
    [InlineData("%7B", "not JSON")]
    [InlineData("%ZZ", "not JSON")]
    [InlineData("{\"Statement\":[]", "not JSON")]
    [InlineData("{\"Statement\":[]} trailing", "not JSON")]
    [InlineData("{\"Statement\":[]}{\"Statement\":[]}", "not JSON")]
    [InlineData("{\"Statement\":[],}", "not JSON")]
    [InlineData("%5B%5D", "document is not a JSON object")]
    [InlineData("null", "document is not a JSON object")]
    [InlineData("{}", "no Statement")]
    [InlineData("{\"Version\":1,\"Statement\":[]}", "Version holds something other than text")]
    [InlineData("{\"Statement\":null}", "Statement is not a JSON object")]
    [InlineData("{\"Statement\":[\"x\"]}", "Statement is not a JSON object")]
    [InlineData("{\"Statement\":[],\"Statement\":[]}", "has Statement twice")]
    [InlineData("{\"Statement\":[],\"statement\":[]}", "has statement twice")]
    [InlineData("{\"Statement\":{\"Effect\":\"Deny\",\"Effect\":\"Allow\",\"Action\":\"*\"}}", "has Effect twice")]
    [InlineData("{\"Statement\":{\"Action\":\"*\",\"Resource\":\"*\"}}", "neither Allow nor Deny")]
    [InlineData("{\"Statement\":{\"Effect\":\"allow\",\"Action\":\"*\",\"Resource\":\"*\"}}", "neither Allow nor Deny")]
    [InlineData("{\"Statement\":{\"Effect\":\"Allow\",\"Resource\":\"*\"}}", "neither Action nor NotAction")]
    [InlineData("{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"NotAction\":\"x:y\"}}", "both Action and NotAction")]
    [InlineData("{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\",\"NotResource\":\"x\"}}", "both Resource and NotResource")]
    [InlineData("{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Principal\":\"*\",\"NotPrincipal\":\"*\"}}", "both Principal and NotPrincipal")]
    [InlineData("{\"Statement\":{\"Effect\":\"Allow\",\"Action\":[\"*\",5]}}", "Action holds something other than text")]
    [InlineData("{\"Statement\":{\"Effect\":\"Allow\",\"Action\":[[\"*\"]]}}", "Action holds something other than text")]
    [InlineData("{\"Statement\":{\"Effect\":\"Allow\",\"Action\":{\"a\":\"*\"}}}", "Action holds something other than text")]
    [InlineData("{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Principal\":\"111122223333\"}}", "text other than *")]
    [InlineData("{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Principal\":[\"*\"]}}", "Principal is not a JSON object")]
    [InlineData("{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Condition\":\"x\"}}", "Condition is not a JSON object")]
    [InlineData("{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Condition\":{\"Bool\":{\"a\":{}}}}}", "Condition holds something other")]
    [InlineData("{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Sid\":\"\\ud800\"}}", "not valid Unicode")]
    public void What_is_no_policy_is_refused_with_a_reason_and_without_an_exception(string? text, string reason)
    {
        Assert.False(PolicyDocument.TryParse(text, out var document, out var problem));
        Assert.Null(document);
        Assert.Contains(reason, problem, StringComparison.Ordinal);
        Assert.EndsWith(".", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Endless_nesting_is_refused_without_an_exception() =>
        Assert.False(PolicyDocument.TryParse("{\"Statement\":" + new string('[', 5000) + new string(']', 5000) + "}", out _, out _));

    [Theory]
    [InlineData("AWS", "AIDACKCEVSQ6C2EXAMPLE", true)]
    [InlineData("AWS", "AROADBQP57FF2AEXAMPLE", true)]
    [InlineData("aws", "AIDACKCEVSQ6C2EXAMPLE", true)]
    [InlineData("AWS", "arn:aws:iam::111122223333:user/AIDACKCEVSQ6C2EXAMPLE", false)]
    [InlineData("AWS", "111122223333", false)]
    [InlineData("AWS", "*", false)]
    [InlineData("AWS", "AIDA", false)]
    [InlineData("Service", "AIDACKCEVSQ6C2EXAMPLE", false)]
    [InlineData("Service", "ec2.amazonaws.com", false)]
    public void A_bare_unique_id_stands_for_a_user_or_role_that_was_deleted(string type, string id, bool deleted) =>
        Assert.Equal(deleted, new PolicyPrincipal(type, id).IsDeleted);

    [Fact]
    public void A_large_document_is_read_whole()
    {
        var actions = string.Join(',', Enumerable.Range(0, 2000).Select(number => $"\"s3:Action{number}\""));

        Assert.Equal(2000, Read(Uri.EscapeDataString($$$"""{"Statement":{"Effect":"Allow","Action":[{{{actions}}}],"Resource":"*"}}""")).Actions!.Count);
    }

    private static bool AnswersSomething(string text) =>
        PolicyDocument.TryParse(text, out var document, out var problem) ? document is not null && problem is null : document is null && problem is not null;

    private static PolicyStatement Read(string text) => Assert.Single(Document(text).Statements);

    private static PolicyDocument Document(string text) =>
        PolicyDocument.TryParse(text, out var document, out var problem) ? document : throw new Xunit.Sdk.XunitException($"{problem} {text}");
}
