using System.Net;
using CisPosture.Sandbox.PushBack;

namespace CisPosture.Sandbox.Tests.PushBack;

public sealed class AllowOnlyTests
{
    [Fact]
    public async Task Only_what_the_policy_allows_is_allowed()
    {
        await using var sandbox = await StartAsync("""{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "iam:List*", "Resource": "*" } }""");
        using var client = new WireClient(sandbox);

        var denied = await client.IamAsync("GetAccountSummary");

        Assert.Equal(HttpStatusCode.OK, (await client.IamAsync("ListUsers")).Status);
        Assert.Equal((HttpStatusCode.Forbidden, "AccessDenied"), (denied.Status, denied.Code));
        Assert.EndsWith("because no identity-based policy allows the iam:GetAccountSummary action", denied.Message, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.StsAsync("GetCallerIdentity")).Status);
    }

    [Fact]
    public async Task A_denial_in_the_policy_is_told_as_one()
    {
        await using var sandbox = await StartAsync("""
            { "Statement": [ { "Effect": "Allow", "Action": "*", "Resource": "*" }, { "Effect": "Deny", "Action": [ "iam:GetAccountSummary" ], "Resource": [ "*" ] } ] }
            """);
        using var client = new WireClient(sandbox);

        var denied = await client.IamAsync("GetAccountSummary");

        Assert.EndsWith("is not authorized to perform: iam:GetAccountSummary with an explicit deny in an identity-based policy", denied.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("iam:ListUsers", true)]
    [InlineData("IAM:listusers", true)]
    [InlineData("iam:*", true)]
    [InlineData("*", true)]
    [InlineData("iam:List?sers", true)]
    [InlineData("iam:List", false)]
    [InlineData("ec2:*", false)]
    public void Actions_are_matched_as_IAM_does(string pattern, bool isAllowed) =>
        Assert.Equal(isAllowed, Policy($$"""{ "Effect": "Allow", "Action": "{{pattern}}", "Resource": "*" }""").Allows("iam:ListUsers"));

    [Fact]
    public void NotAction_is_everything_else()
    {
        var policy = Policy("""{ "Effect": "Allow", "NotAction": [ "iam:*", "s3:*" ], "Resource": "*" }""");

        Assert.True(policy.Allows("ec2:DescribeVpcs"));
        Assert.False(policy.Allows("iam:ListUsers"));
    }

    [Theory]
    [InlineData("not json", "not JSON")]
    [InlineData("[]", "not a JSON object")]
    [InlineData("{}", "no Statement")]
    [InlineData("""{ "Statement": [] }""", "no Statement")]
    [InlineData("""{ "Statement": [ 1 ] }""", "Statement 1 of the policy is not an object")]
    [InlineData("""{ "Statement": { "Effect": "allow", "Action": "*", "Resource": "*" } }""", "no Effect")]
    [InlineData("""{ "Statement": { "Effect": "Allow", "Resource": "*" } }""", "neither just Action nor just NotAction")]
    [InlineData("""{ "Statement": { "Effect": "Allow", "Action": "*", "NotAction": "iam:*", "Resource": "*" } }""", "neither just Action nor just NotAction")]
    [InlineData("""{ "Statement": { "Effect": "Allow", "Action": [ 1 ], "Resource": "*" } }""", "Action that is no text")]
    [InlineData("""{ "Statement": { "Effect": "Allow", "Action": "*", "Resource": "arn:aws:s3:::b" } }""", "not about Resource *")]
    [InlineData("""{ "Statement": [ { "Effect": "Allow", "Action": "*", "Resource": "*" }, { "Effect": "Allow", "Action": "*", "Resource": "*", "Condition": {} } ] }""", "Statement 2 of the policy has Condition")]
    public void What_the_sandbox_cannot_weigh_is_refused_rather_than_ignored(string document, string expected) =>
        Assert.Contains(expected, Assert.Throws<FormatException>(() => ActionPolicy.Parse(document)).Message, StringComparison.Ordinal);

    private static ActionPolicy Policy(string statement) => ActionPolicy.Parse($$"""{ "Version": "2012-10-17", "Statement": {{statement}} }""");

    private static Task<SandboxServer> StartAsync(string policy) => SandboxServer.StartAsync(new SandboxOptions { AllowOnly = policy }, TestContext.Current.CancellationToken);
}
