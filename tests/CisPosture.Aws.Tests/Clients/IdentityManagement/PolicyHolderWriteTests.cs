using Amazon.IdentityManagement.Model;
using CisPosture.Aws.Tests.Support;

namespace CisPosture.Aws.Tests.Clients.IdentityManagement;

public sealed class PolicyHolderWriteTests
{
    private const string Managed = "arn:aws:iam::aws:policy/AWSSupportAccess";
    private const string Document = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:Get*","Resource":"arn:aws:s3:::a+b/${aws:username}"}]}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_group_takes_over_what_a_user_held_and_gives_it_back()
    {
        await using var sandbox = await SandboxClients.OpenAsync();
        var iam = sandbox.Clients.IdentityManagement("us-east-1");
        var before = sandbox.Server.Account.Export();

        var group = (await iam.CreateGroupAsync(new CreateGroupRequest { GroupName = "reviewers", Path = "/cisposture/" }, Token)).Group!;
        await iam.AttachGroupPolicyAsync(new AttachGroupPolicyRequest { GroupName = "reviewers", PolicyArn = Managed }, Token);
        await iam.PutGroupPolicyAsync(new PutGroupPolicyRequest { GroupName = "reviewers", PolicyName = "read", PolicyDocument = Document }, Token);
        await iam.AddUserToGroupAsync(new AddUserToGroupRequest { GroupName = "reviewers", UserName = "alice" }, Token);
        var groups = (await iam.ListGroupsForUserAsync(new ListGroupsForUserRequest { UserName = "alice" }, Token)).Groups!;
        var attached = (await iam.ListAttachedGroupPoliciesAsync(new ListAttachedGroupPoliciesRequest { GroupName = "reviewers" }, Token)).AttachedPolicies!;
        var names = (await iam.ListGroupPoliciesAsync(new ListGroupPoliciesRequest { GroupName = "reviewers" }, Token)).PolicyNames!;
        var policy = await iam.GetGroupPolicyAsync(new GetGroupPolicyRequest { GroupName = "reviewers", PolicyName = "read" }, Token);

        Assert.Equal(("/cisposture/", "arn:aws:iam::111122223333:group/cisposture/reviewers"), (group.Path, group.Arn));
        Assert.Contains("reviewers", groups.Select(other => other.GroupName));
        Assert.Equal([Managed], attached.Select(other => other.PolicyArn));
        Assert.Equal(["read"], names);
        Assert.Equal(Document, Uri.UnescapeDataString(policy.PolicyDocument!));
        Assert.Equal("DeleteConflict", await SandboxClients.ErrorAsync(() => iam.DeleteGroupAsync(new DeleteGroupRequest { GroupName = "reviewers" }, Token)));
        await iam.RemoveUserFromGroupAsync(new RemoveUserFromGroupRequest { GroupName = "reviewers", UserName = "alice" }, Token);
        await iam.DetachGroupPolicyAsync(new DetachGroupPolicyRequest { GroupName = "reviewers", PolicyArn = Managed }, Token);
        await iam.DeleteGroupPolicyAsync(new DeleteGroupPolicyRequest { GroupName = "reviewers", PolicyName = "read" }, Token);
        await iam.DeleteGroupAsync(new DeleteGroupRequest { GroupName = "reviewers" }, Token);
        Assert.Equal(before, sandbox.Server.Account.Export());
    }

    [Fact]
    public async Task A_user_s_policies_are_read_taken_and_given_back()
    {
        await using var sandbox = await SandboxClients.OpenAsync();
        var iam = sandbox.Clients.IdentityManagement("us-east-1");
        var before = sandbox.Server.Account.Export();

        await iam.AttachUserPolicyAsync(new AttachUserPolicyRequest { UserName = "bob", PolicyArn = Managed }, Token);
        await iam.PutUserPolicyAsync(new PutUserPolicyRequest { UserName = "bob", PolicyName = "read", PolicyDocument = Document }, Token);
        var attached = (await iam.ListAttachedUserPoliciesAsync(new ListAttachedUserPoliciesRequest { UserName = "bob" }, Token)).AttachedPolicies!;
        var names = (await iam.ListUserPoliciesAsync(new ListUserPoliciesRequest { UserName = "bob" }, Token)).PolicyNames!;
        var policy = await iam.GetUserPolicyAsync(new GetUserPolicyRequest { UserName = "bob", PolicyName = "read" }, Token);
        await iam.DetachUserPolicyAsync(new DetachUserPolicyRequest { UserName = "bob", PolicyArn = Managed }, Token);
        await iam.DeleteUserPolicyAsync(new DeleteUserPolicyRequest { UserName = "bob", PolicyName = "read" }, Token);

        Assert.Equal([Managed], attached.Select(other => other.PolicyArn));
        Assert.Equal(["read"], names);
        Assert.Equal(("bob", Document), (policy.UserName, Uri.UnescapeDataString(policy.PolicyDocument!)));
        Assert.Equal(before, sandbox.Server.Account.Export());
        Assert.Equal("MalformedPolicyDocument", await SandboxClients.ErrorAsync(() => iam.PutUserPolicyAsync(new PutUserPolicyRequest { UserName = "bob", PolicyName = "read", PolicyDocument = "{}" }, Token)));
    }

    [Fact]
    public async Task A_role_is_made_with_tags_filled_and_deleted()
    {
        await using var sandbox = await SandboxClients.OpenAsync();
        var iam = sandbox.Clients.IdentityManagement("us-east-1");
        var before = sandbox.Server.Account.Export();

        var role = (await iam.CreateRoleAsync(
            new CreateRoleRequest { RoleName = "support", AssumeRolePolicyDocument = Trust("support"), Description = "For AWS Support", MaxSessionDuration = 7200, Tags = [new Tag { Key = "CisPosture", Value = "1.20" }] }, Token)).Role!;
        await iam.TagRoleAsync(new TagRoleRequest { RoleName = "support", Tags = [new Tag { Key = "owner", Value = "" }] }, Token);
        await iam.UntagRoleAsync(new UntagRoleRequest { RoleName = "support", TagKeys = ["CisPosture"] }, Token);
        var tags = (await iam.ListRoleTagsAsync(new ListRoleTagsRequest { RoleName = "support" }, Token)).Tags!;
        await iam.AttachRolePolicyAsync(new AttachRolePolicyRequest { RoleName = "support", PolicyArn = Managed }, Token);
        await iam.PutRolePolicyAsync(new PutRolePolicyRequest { RoleName = "support", PolicyName = "read", PolicyDocument = Document }, Token);
        await iam.UpdateAssumeRolePolicyAsync(new UpdateAssumeRolePolicyRequest { RoleName = "support", PolicyDocument = Trust("config") }, Token);
        var read = (await iam.GetRoleAsync(new GetRoleRequest { RoleName = "support" }, Token)).Role!;

        Assert.Equal(("For AWS Support", 7200, Trust("support"), "CisPosture"), (role.Description, role.MaxSessionDuration, Uri.UnescapeDataString(role.AssumeRolePolicyDocument!), Assert.Single(role.Tags!).Key));
        Assert.Equal([("owner", "")], tags.Select(tag => (tag.Key!, tag.Value!)));
        Assert.Equal(Trust("config"), Uri.UnescapeDataString(read.AssumeRolePolicyDocument!));
        Assert.Equal([Managed], (await iam.ListAttachedRolePoliciesAsync(new ListAttachedRolePoliciesRequest { RoleName = "support" }, Token)).AttachedPolicies!.Select(policy => policy.PolicyArn));
        Assert.Equal(["read"], (await iam.ListRolePoliciesAsync(new ListRolePoliciesRequest { RoleName = "support" }, Token)).PolicyNames);
        Assert.Equal(Document, Uri.UnescapeDataString((await iam.GetRolePolicyAsync(new GetRolePolicyRequest { RoleName = "support", PolicyName = "read" }, Token)).PolicyDocument!));
        await iam.DetachRolePolicyAsync(new DetachRolePolicyRequest { RoleName = "support", PolicyArn = Managed }, Token);
        await iam.DeleteRolePolicyAsync(new DeleteRolePolicyRequest { RoleName = "support", PolicyName = "read" }, Token);
        await iam.DeleteRoleAsync(new DeleteRoleRequest { RoleName = "support" }, Token);
        Assert.Equal(before, sandbox.Server.Account.Export());
    }

    [Fact]
    public async Task A_service_linked_role_that_is_in_use_is_not_deleted_and_says_where()
    {
        await using var sandbox = await SandboxClients.OpenAsync();
        var iam = sandbox.Clients.IdentityManagement("us-east-1");
        var role = (await iam.CreateServiceLinkedRoleAsync(new CreateServiceLinkedRoleRequest { AWSServiceName = "config.amazonaws.com" }, Token)).Role!;
        sandbox.Server.Account.Change(account => account.Regions["eu-west-1"].ConfigurationRecorders.Add(new() { Name = "held", RoleArn = role.Arn }));

        var task = (await iam.DeleteServiceLinkedRoleAsync(new DeleteServiceLinkedRoleRequest { RoleName = role.RoleName }, Token)).DeletionTaskId;
        var first = await iam.GetServiceLinkedRoleDeletionStatusAsync(new GetServiceLinkedRoleDeletionStatusRequest { DeletionTaskId = task }, Token);
        var second = await iam.GetServiceLinkedRoleDeletionStatusAsync(new GetServiceLinkedRoleDeletionStatusRequest { DeletionTaskId = task }, Token);

        Assert.Equal("IN_PROGRESS", first.Status);
        Assert.Equal(("FAILED", "eu-west-1"), (second.Status, Assert.Single(second.Reason!.RoleUsageList!).Region));
        Assert.Equal(["arn:aws:config:eu-west-1:111122223333:configuration-recorder/held"], second.Reason.RoleUsageList![0].Resources);
    }

    [Fact]
    public async Task A_managed_policy_is_made_versioned_tagged_and_deleted()
    {
        await using var sandbox = await SandboxClients.OpenAsync();
        var iam = sandbox.Clients.IdentityManagement("us-east-1");
        var before = sandbox.Server.Account.Export();

        var policy = (await iam.CreatePolicyAsync(new CreatePolicyRequest { PolicyName = "read", Path = "/cisposture/", PolicyDocument = Document, Description = "Reads", Tags = [new Tag { Key = "CisPosture", Value = "1.22" }] }, Token)).Policy!;
        var version = (await iam.CreatePolicyVersionAsync(new CreatePolicyVersionRequest { PolicyArn = policy.Arn, PolicyDocument = Document, SetAsDefault = true }, Token)).PolicyVersion!;
        var read = (await iam.GetPolicyAsync(new GetPolicyRequest { PolicyArn = policy.Arn }, Token)).Policy!;
        var versions = (await iam.ListPolicyVersionsAsync(new ListPolicyVersionsRequest { PolicyArn = policy.Arn }, Token)).Versions!;
        var inForce = (await iam.GetPolicyVersionAsync(new GetPolicyVersionRequest { PolicyArn = policy.Arn, VersionId = "v2" }, Token)).PolicyVersion!;

        Assert.Equal(("v2", true), (version.VersionId, version.IsDefaultVersion));
        Assert.Equal(("v2", 0, true, "Reads", "1.22"), (read.DefaultVersionId, read.AttachmentCount, read.IsAttachable, read.Description, Assert.Single(read.Tags!).Value));
        Assert.Equal([("v2", true), ("v1", false)], versions.Select(other => (other.VersionId!, other.IsDefaultVersion!.Value)));
        Assert.Equal(Document, Uri.UnescapeDataString(inForce.Document!));
        await iam.TagPolicyAsync(new TagPolicyRequest { PolicyArn = policy.Arn, Tags = [new Tag { Key = "owner", Value = "security" }] }, Token);
        await iam.UntagPolicyAsync(new UntagPolicyRequest { PolicyArn = policy.Arn, TagKeys = ["CisPosture"] }, Token);
        Assert.Equal(["owner"], (await iam.ListPolicyTagsAsync(new ListPolicyTagsRequest { PolicyArn = policy.Arn }, Token)).Tags!.Select(tag => tag.Key));
        await iam.SetDefaultPolicyVersionAsync(new SetDefaultPolicyVersionRequest { PolicyArn = policy.Arn, VersionId = "v1" }, Token);
        await iam.DeletePolicyVersionAsync(new DeletePolicyVersionRequest { PolicyArn = policy.Arn, VersionId = "v2" }, Token);
        await iam.DeletePolicyAsync(new DeletePolicyRequest { PolicyArn = policy.Arn }, Token);
        Assert.Equal(before, sandbox.Server.Account.Export());
    }

    private static string Trust(string service) => $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"{{service}}.amazonaws.com"},"Action":"sts:AssumeRole"}]}""";
}
