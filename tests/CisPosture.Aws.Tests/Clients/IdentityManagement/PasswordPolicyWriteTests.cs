using Amazon.IdentityManagement.Model;
using CisPosture.Aws.Tests.Support;

namespace CisPosture.Aws.Tests.Clients.IdentityManagement;

public sealed class PasswordPolicyWriteTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_policy_that_was_written_is_read_back_and_can_be_deleted()
    {
        await using var sandbox = await SandboxClients.OpenAsync();
        var iam = sandbox.Clients.IdentityManagement("us-east-1");

        await iam.UpdateAccountPasswordPolicyAsync(
            new UpdateAccountPasswordPolicyRequest
            {
                MinimumPasswordLength = 16,
                RequireSymbols = true,
                RequireNumbers = true,
                RequireUppercaseCharacters = true,
                RequireLowercaseCharacters = true,
                AllowUsersToChangePassword = true,
                MaxPasswordAge = 90,
                PasswordReusePrevention = 24,
                HardExpiry = false,
            },
            Token);
        var policy = (await iam.GetAccountPasswordPolicyAsync(new GetAccountPasswordPolicyRequest(), Token)).PasswordPolicy!;
        await iam.DeleteAccountPasswordPolicyAsync(new DeleteAccountPasswordPolicyRequest(), Token);

        Assert.Equal((16, 90, 24), (policy.MinimumPasswordLength, policy.MaxPasswordAge, policy.PasswordReusePrevention));
        Assert.True(policy is { RequireSymbols: true, RequireNumbers: true, RequireUppercaseCharacters: true, RequireLowercaseCharacters: true, AllowUsersToChangePassword: true, ExpirePasswords: true, HardExpiry: false });
        Assert.Equal("NoSuchEntity", await SandboxClients.ErrorAsync(() => iam.DeleteAccountPasswordPolicyAsync(new DeleteAccountPasswordPolicyRequest(), Token)));
        Assert.Equal(3, sandbox.Server.Requests.Writes);
    }
}
