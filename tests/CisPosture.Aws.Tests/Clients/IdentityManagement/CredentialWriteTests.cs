using Amazon.IdentityManagement.Model;
using CisPosture.Aws.Tests.Support;

namespace CisPosture.Aws.Tests.Clients.IdentityManagement;

public sealed class CredentialWriteTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_key_is_made_switched_off_and_deleted()
    {
        await using var sandbox = await SandboxClients.OpenAsync();
        var iam = sandbox.Clients.IdentityManagement("us-east-1");

        var key = (await iam.CreateAccessKeyAsync(new CreateAccessKeyRequest { UserName = "bob" }, Token)).AccessKey!;
        await iam.UpdateAccessKeyAsync(new UpdateAccessKeyRequest { UserName = "bob", AccessKeyId = key.AccessKeyId, Status = "Inactive" }, Token);
        var listed = Assert.Single((await iam.ListAccessKeysAsync(new ListAccessKeysRequest { UserName = "bob" }, Token)).AccessKeyMetadata!);
        await iam.DeleteAccessKeyAsync(new DeleteAccessKeyRequest { UserName = "bob", AccessKeyId = key.AccessKeyId }, Token);

        Assert.Equal(("bob", "Active", 40), (key.UserName, key.Status, key.SecretAccessKey!.Length));
        Assert.Equal((key.AccessKeyId, "Inactive", key.CreateDate), (listed.AccessKeyId, listed.Status, listed.CreateDate));
        Assert.Empty((await iam.ListAccessKeysAsync(new ListAccessKeysRequest { UserName = "bob" }, Token)).AccessKeyMetadata!);
        Assert.Equal("NoSuchEntity", await SandboxClients.ErrorAsync(() => iam.UpdateAccessKeyAsync(new UpdateAccessKeyRequest { UserName = "bob", AccessKeyId = key.AccessKeyId, Status = "Active" }, Token)));
    }

    [Fact]
    public async Task A_console_password_is_deleted_and_made_again()
    {
        await using var sandbox = await SandboxClients.OpenAsync();
        var iam = sandbox.Clients.IdentityManagement("us-east-1");

        await iam.DeleteLoginProfileAsync(new DeleteLoginProfileRequest { UserName = "alice" }, Token);
        Assert.Equal("NoSuchEntity", await SandboxClients.ErrorAsync(() => iam.GetLoginProfileAsync(new GetLoginProfileRequest { UserName = "alice" }, Token)));
        var profile = (await iam.CreateLoginProfileAsync(new CreateLoginProfileRequest { UserName = "alice", Password = "Correct-horse&=+7", PasswordResetRequired = true }, Token)).LoginProfile!;

        Assert.Equal(("alice", true), (profile.UserName, profile.PasswordResetRequired));
        Assert.Equal("PasswordPolicyViolation", await SandboxClients.ErrorAsync(() => iam.CreateLoginProfileAsync(new CreateLoginProfileRequest { UserName = "ci-deploy", Password = "short" }, Token)));
    }

    [Fact]
    public async Task A_user_is_read_by_name_and_the_caller_without()
    {
        await using var sandbox = await SandboxClients.OpenAsync();
        var iam = sandbox.Clients.IdentityManagement("us-east-1");
        sandbox.Server.Account.Change(account => account.Iam.Users.Find(user => user.Name == "bob")!.Tags["team"] = "platform");

        var user = (await iam.GetUserAsync(new GetUserRequest { UserName = "bob" }, Token)).User!;

        Assert.Equal(("bob", "/", "arn:aws:iam::111122223333:user/bob"), (user.UserName, user.Path, user.Arn));
        Assert.Equal(("team", "platform"), (Assert.Single(user.Tags!).Key, user.Tags![0].Value));
        Assert.Equal("auditor", (await iam.GetUserAsync(new GetUserRequest(), Token)).User!.UserName);
    }
}
