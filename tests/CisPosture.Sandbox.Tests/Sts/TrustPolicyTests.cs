using CisPosture.Sandbox.Services.Sts;

namespace CisPosture.Sandbox.Tests.Sts;

public sealed class TrustPolicyTests
{
    private static readonly AskingCaller User = new()
    {
        Arn = "arn:aws:iam::111122223333:user/auditor",
        RoleArn = null,
        AccountId = "111122223333",
        RootArn = "arn:aws:iam::111122223333:root",
        SessionName = "CisPosture",
        ExternalId = "ticket/4711",
        OrganizationId = "o-example",
    };

    private static readonly AskingCaller Session = User with
    {
        Arn = "arn:aws:sts::111122223333:assumed-role/Security/alice",
        RoleArn = "arn:aws:iam::111122223333:role/teams/Security",
        ExternalId = null,
    };

    [Theory]
    [InlineData("\"*\"", true)]
    [InlineData("""{ "AWS": "*" }""", true)]
    [InlineData("""{ "AWS": "111122223333" }""", true)]
    [InlineData("""{ "AWS": "arn:aws:iam::111122223333:root" }""", true)]
    [InlineData("""{ "AWS": [ "999988887777", "arn:aws:iam::111122223333:user/auditor" ] }""", true)]
    [InlineData("""{ "AWS": "arn:aws:iam::111122223333:user/audito" }""", false)]
    [InlineData("""{ "AWS": "arn:aws:iam::111122223333:role/teams/Security" }""", false)]
    [InlineData("""{ "AWS": "arn:aws:iam::999988887777:root" }""", false)]
    [InlineData("""{ "Service": "ec2.amazonaws.com" }""", false)]
    public void A_principal_is_everybody_an_account_or_a_user(string principal, bool isLetIn) =>
        Assert.Equal(isLetIn, LetsIn(User, $$"""{ "Effect": "Allow", "Principal": {{principal}}, "Action": "sts:AssumeRole" }"""));

    [Theory]
    [InlineData("arn:aws:iam::111122223333:role/teams/Security", true)]
    [InlineData("arn:aws:sts::111122223333:assumed-role/Security/alice", true)]
    [InlineData("arn:aws:iam::111122223333:root", true)]
    [InlineData("arn:aws:sts::111122223333:assumed-role/Security/bob", false)]
    [InlineData("arn:aws:iam::111122223333:role/Security", false)]
    public void A_principal_is_a_role_or_one_session_of_it(string principal, bool isLetIn) =>
        Assert.Equal(isLetIn, LetsIn(Session, $$"""{ "Effect": "Allow", "Principal": { "AWS": "{{principal}}" }, "Action": "sts:AssumeRole" }"""));

    [Theory]
    [InlineData("""{ "StringEquals": { "sts:ExternalId": "ticket/4711" } }""", true, false)]
    [InlineData("""{ "StringEquals": { "sts:ExternalId": [ "other", "ticket/4711" ] } }""", true, false)]
    [InlineData("""{ "StringEquals": { "sts:ExternalId": "TICKET/4711" } }""", false, false)]
    [InlineData("""{ "StringLike": { "sts:externalid": "ticket/*" } }""", true, false)]
    [InlineData("""{ "StringNotEquals": { "sts:ExternalId": "ticket/4711" } }""", false, true)]
    [InlineData("""{ "StringNotLike": { "sts:ExternalId": "ticket/*" } }""", false, true)]
    [InlineData("""{ "StringEquals": { "aws:PrincipalOrgID": "o-example" } }""", true, true)]
    [InlineData("""{ "StringEquals": { "aws:PrincipalOrgID": "o-other" } }""", false, false)]
    [InlineData("""{ "StringLike": { "aws:PrincipalArn": "arn:aws:iam::*:role/teams/*" } }""", false, true)]
    [InlineData("""{ "StringEquals": { "sts:RoleSessionName": "CisPosture", "sts:ExternalId": "ticket/4711" } }""", true, false)]
    [InlineData("""{ "Bool": { "aws:MultiFactorAuthPresent": "true" } }""", false, false)]
    public void A_condition_must_hold(string condition, bool isUserLetIn, bool isSessionLetIn)
    {
        var statement = $$"""{ "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "sts:AssumeRole", "Condition": {{condition}} }""";

        Assert.Equal((isUserLetIn, isSessionLetIn), (LetsIn(User, statement), LetsIn(Session, statement)));
    }

    [Theory]
    [InlineData("""{ "Effect": "Deny", "Principal": "*", "Action": "sts:*", "Condition": { "StringNotEquals": { "sts:ExternalId": "ticket/4711" } } }""", true)]
    [InlineData("""{ "Effect": "Deny", "Principal": "*", "Action": "sts:*" }""", false)]
    [InlineData("""{ "Effect": "Deny", "NotPrincipal": { "AWS": "arn:aws:iam::111122223333:user/auditor" }, "Action": "sts:AssumeRole" }""", true)]
    [InlineData("""{ "Effect": "Deny", "Principal": "*", "Action": "sts:TagSession" }""", true)]
    [InlineData("""{ "Effect": "Deny", "Principal": "*", "Action": "sts:AssumeRole", "Condition": { "DateGreaterThan": { "aws:CurrentTime": "2020-01-01" } } }""", false)]
    public void A_denial_outweighs_every_grant(string denial, bool isLetIn) =>
        Assert.Equal(isLetIn, LetsIn(User, $$"""{ "Effect": "Allow", "Principal": "*", "Action": [ "sts:AssumeRole", "sts:TagSession" ] }""", denial));

    [Theory]
    [InlineData("""{ "Effect": "Allow", "Principal": "*", "Action": "sts:AssumeRoleWithSAML" }""")]
    [InlineData("""{ "Effect": "allow", "Principal": "*", "Action": "sts:AssumeRole" }""")]
    [InlineData("""{ "Effect": "Allow", "Action": "sts:AssumeRole" }""")]
    [InlineData("\"nothing\"")]
    public void What_is_not_granted_is_refused(string statement) => Assert.False(LetsIn(User, statement));

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}")]
    public void A_policy_that_is_none_lets_nobody_in(string document) => Assert.False(new TrustPolicy(document).LetsIn(User));

    private static bool LetsIn(AskingCaller caller, params string[] statements) =>
        new TrustPolicy($$"""{ "Version": "2012-10-17", "Statement": [ {{string.Join(", ", statements)}} ] }""").LetsIn(caller);
}
