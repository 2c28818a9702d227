using System.Net;

namespace CisPosture.Sandbox.Tests;

public sealed class PermissionTests
{
    [Fact]
    public async Task A_denied_IAM_action_is_refused_in_IAM_s_words()
    {
        await using var sandbox = await StartAsync("iam:GetCredentialReport");
        using var client = new WireClient(sandbox);

        var answer = await client.IamAsync("GetCredentialReport");

        Assert.Equal((HttpStatusCode.Forbidden, "AccessDenied"), (answer.Status, answer.Code));
        Assert.Equal(
            "User: arn:aws:iam::111122223333:user/auditor is not authorized to perform: iam:GetCredentialReport on resource: * because no identity-based policy allows the iam:GetCredentialReport action",
            answer.Message);
        Assert.Equal(HttpStatusCode.OK, (await client.IamAsync("ListUsers")).Status);
    }

    [Fact]
    public async Task A_denied_EC2_action_is_refused_in_EC2_s_words()
    {
        await using var sandbox = await StartAsync("ec2:DescribeVpcs");
        using var client = new WireClient(sandbox);

        var answer = await client.Ec2Async("DescribeVpcs");

        Assert.Equal((HttpStatusCode.Forbidden, "UnauthorizedOperation"), (answer.Status, answer.Code));
        Assert.StartsWith("You are not authorized to perform this operation. User: arn:aws:iam::111122223333:user/auditor", answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_denied_KMS_action_is_refused_in_JSON()
    {
        await using var sandbox = await StartAsync("kms:ListKeys");
        using var client = new WireClient(sandbox);

        var answer = await client.JsonAsync("kms", "TrentService.ListKeys", "{}");

        Assert.Equal((HttpStatusCode.BadRequest, "AccessDeniedException"), (answer.Status, answer.Json["__type"]!.ToString()));
        Assert.Contains("is not authorized to perform: kms:ListKeys on resource: ", answer.Json["message"]!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("iam:*", "ListUsers", false)]
    [InlineData("iam:List*", "ListUsers", false)]
    [InlineData("IAM:listusers", "ListUsers", false)]
    [InlineData("*", "ListUsers", false)]
    [InlineData("iam:Get*", "ListUsers", true)]
    [InlineData("iam:ListUser", "ListUsers", true)]
    [InlineData("ec2:*", "ListUsers", true)]
    public async Task Patterns_may_hold_wildcards_and_do_not_heed_case(string pattern, string action, bool isAllowed)
    {
        await using var sandbox = await StartAsync(pattern);
        using var client = new WireClient(sandbox);

        Assert.Equal(isAllowed ? HttpStatusCode.OK : HttpStatusCode.Forbidden, (await client.IamAsync(action)).Status);
    }

    [Fact]
    public async Task Who_calls_may_always_be_asked()
    {
        await using var sandbox = await StartAsync("*");
        using var client = new WireClient(sandbox);

        Assert.Equal(HttpStatusCode.OK, (await client.StsAsync("GetCallerIdentity")).Status);
    }

    private static Task<SandboxServer> StartAsync(params string[] deny) => SandboxServer.StartAsync(new SandboxOptions { Deny = deny }, TestContext.Current.CancellationToken);
}
