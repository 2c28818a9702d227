namespace CisPosture.Sandbox.Tests.Iam;

public sealed class PasswordPolicyTests
{
    [Fact]
    public async Task What_is_left_out_falls_to_its_default_and_not_to_what_it_was()
    {
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { Account = "exemplary" }, TestContext.Current.CancellationToken);
        using var client = new WireClient(sandbox);

        var answer = await client.IamAsync("UpdateAccountPasswordPolicy", ("RequireSymbols", "true"));

        var policy = sandbox.Account.Iam.PasswordPolicy!;
        Assert.Equal("UpdateAccountPasswordPolicyResponse", answer.Xml.Name.LocalName);
        Assert.Empty(answer.Values("UpdateAccountPasswordPolicyResult"));
        Assert.True(policy.RequireSymbols);
        Assert.Equal((6, (int?)null, (int?)null, false, false, false), (policy.MinimumPasswordLength, policy.MaxPasswordAge, policy.PasswordReusePrevention, policy.RequireNumbers, policy.AllowUsersToChangePassword, policy.HardExpiry!.Value));
    }

    [Theory]
    [InlineData("MinimumPasswordLength", "5", "1 validation error detected: Value '5' at 'minimumPasswordLength' failed to satisfy constraint: Member must have value greater than or equal to 6")]
    [InlineData("MinimumPasswordLength", "129", "1 validation error detected: Value '129' at 'minimumPasswordLength' failed to satisfy constraint: Member must have value less than or equal to 128")]
    [InlineData("MaxPasswordAge", "0", "1 validation error detected: Value '0' at 'maxPasswordAge' failed to satisfy constraint: Member must have value greater than or equal to 1")]
    [InlineData("MaxPasswordAge", "1096", "1 validation error detected: Value '1096' at 'maxPasswordAge' failed to satisfy constraint: Member must have value less than or equal to 1095")]
    [InlineData("PasswordReusePrevention", "25", "1 validation error detected: Value '25' at 'passwordReusePrevention' failed to satisfy constraint: Member must have value less than or equal to 24")]
    public async Task A_value_out_of_range_is_refused_and_changes_nothing(string member, string value, string message)
    {
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { Account = "exemplary" }, TestContext.Current.CancellationToken);
        using var client = new WireClient(sandbox);
        var before = sandbox.Account.Export();

        var answer = await client.IamAsync("UpdateAccountPasswordPolicy", (member, value));

        Assert.Equal(("ValidationError", message), (answer.Code, answer.Message));
        Assert.Equal(before, sandbox.Account.Export());
    }
}
