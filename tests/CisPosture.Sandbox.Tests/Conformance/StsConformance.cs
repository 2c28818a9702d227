namespace CisPosture.Sandbox.Tests.Conformance;

public sealed class StsConformance(OrganizationServer server)
{
    private const string Region = "eu-west-1";
    private const string Role = $"arn:aws:iam::{OrganizationServer.Member}:role/Audit";

    [Fact]
    public async Task GetCallerIdentity_tells_the_user()
    {
        var told = await server.Aws.AskAsync(Region, "sts", "get-caller-identity");

        Assert.Equal((OrganizationServer.Management, $"arn:aws:iam::{OrganizationServer.Management}:user/auditor"), (told.Text("Account"), told.Text("Arn")));
        Assert.StartsWith("AIDA", told.Text("UserId"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AssumeRole_hands_out_keys_that_work_in_the_account_of_the_role()
    {
        var told = await server.Aws.AskAsync(
            Region, "sts", "assume-role", "--role-arn", Role, "--role-session-name", "CisPosture", "--external-id", OrganizationServer.ExternalId, "--duration-seconds", "900");

        Assert.StartsWith("ASIA", told["Credentials"]!.Text("AccessKeyId"), StringComparison.Ordinal);
        Assert.InRange(told["Credentials"]!["Expiration"].Time()!.Value - TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15));
        Assert.Equal($"arn:aws:sts::{OrganizationServer.Member}:assumed-role/Audit/CisPosture", told["AssumedRoleUser"]!.Text("Arn"));
        Assert.EndsWith(":CisPosture", told["AssumedRoleUser"]!.Text("AssumedRoleId"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetCallerIdentity_tells_the_session_of_a_role()
    {
        var member = await server.EnterAsync(OrganizationServer.Member);

        var told = await member.AskAsync(Region, "sts", "get-caller-identity");

        Assert.Equal((OrganizationServer.Member, $"arn:aws:sts::{OrganizationServer.Member}:assumed-role/Audit/conformance"), (told.Text("Account"), told.Text("Arn")));
        Assert.Matches("^AROA[A-Z0-9]+:conformance$", told.Text("UserId"));
    }

    [Fact]
    public async Task Requests_with_a_role_s_keys_read_the_account_of_the_role()
    {
        var member = await server.EnterAsync(OrganizationServer.Member);

        Assert.Equal(
            [$"exemplary-trail-logs-{OrganizationServer.Member}", $"exemplary-access-logs-{OrganizationServer.Member}", $"exemplary-config-history-{OrganizationServer.Member}"],
            (await member.AskAsync("us-east-1", "s3api", "list-buckets"))["Buckets"].Each("Name"));
        Assert.All(
            (await member.AskAsync("us-east-1", "iam", "list-users"))["Users"].Each("Arn"),
            arn => Assert.StartsWith($"arn:aws:iam::{OrganizationServer.Member}:user/", arn, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Role, "another-id")]
    [InlineData($"arn:aws:iam::{OrganizationServer.Member}:role/Nobody", OrganizationServer.ExternalId)]
    [InlineData("arn:aws:iam::999988887777:role/Audit", OrganizationServer.ExternalId)]
    public async Task What_a_role_does_not_trust_is_denied(string role, string externalId) =>
        Assert.Equal("AccessDenied", await server.Aws.ErrorAsync(Region, "sts", "assume-role", "--role-arn", role, "--role-session-name", "CisPosture", "--external-id", externalId));

    [Theory]
    [InlineData("Cis Posture", "3600")]
    [InlineData("CisPosture", "3601")]
    public async Task What_cannot_be_is_a_validation_error(string session, string seconds) => Assert.Equal(
        "ValidationError",
        await server.Aws.ErrorAsync(
            Region, "sts", "assume-role", "--role-arn", Role, "--role-session-name", session, "--external-id", OrganizationServer.ExternalId, "--duration-seconds", seconds));
}
