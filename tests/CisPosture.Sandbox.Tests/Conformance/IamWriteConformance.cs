using System.Text.Json.Nodes;
using CisPosture.Sandbox.State.Iam;

namespace CisPosture.Sandbox.Tests.Conformance;

/// <summary>Drives IAM's writes with the AWS CLI; each test has an account of its own, since it changes it.</summary>
public sealed class IamWriteConformance
{
    private const string Region = "us-east-1";
    private const string Managed = "arn:aws:iam::aws:policy/AWSSupportAccess";
    private const string Document = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"logs:PutLogEvents","Resource":"*"}]}""";
    private const string Trust = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},"Action":"sts:AssumeRole"}]}""";

    [Fact]
    public async Task The_password_policy_is_written_and_deleted()
    {
        await using var sandbox = await StartAsync();

        await DoAsync(sandbox, "update-account-password-policy", "--minimum-password-length", "14", "--require-symbols", "--require-numbers", "--max-password-age", "90", "--password-reuse-prevention", "24", "--allow-users-to-change-password", "--no-hard-expiry");

        var policy = sandbox.Account.Iam.PasswordPolicy!;
        Assert.Equal((14, 90, 24, true, true, false, false), (policy.MinimumPasswordLength, policy.MaxPasswordAge, policy.PasswordReusePrevention, policy.RequireSymbols, policy.AllowUsersToChangePassword, policy.RequireUppercaseCharacters, policy.HardExpiry!.Value));
        await DoAsync(sandbox, "delete-account-password-policy");
        Assert.Null(sandbox.Account.Iam.PasswordPolicy);
    }

    [Fact]
    public async Task Access_keys_are_made_switched_off_and_deleted()
    {
        await using var sandbox = await StartAsync();
        var user = User(sandbox, "bob");
        var before = user.AccessKeys.Count;

        var key = (await AskAsync(sandbox, "create-access-key", "--user-name", "bob"))["AccessKey"]!;
        var made = user.AccessKeys.Find(other => other.AccessKeyId == key.Text("AccessKeyId"))!;

        Assert.Matches("^AKIA[A-Z2-7]{16}$", made.AccessKeyId);
        Assert.Equal(("bob", "Active", 40, made.CreateDate), (key.Text("UserName"), key.Text("Status"), key.Text("SecretAccessKey")!.Length, key["CreateDate"].Time()));
        await DoAsync(sandbox, "update-access-key", "--user-name", "bob", "--access-key-id", made.AccessKeyId, "--status", "Inactive");
        Assert.Equal("Inactive", made.Status);
        await DoAsync(sandbox, "delete-access-key", "--user-name", "bob", "--access-key-id", made.AccessKeyId);
        Assert.Equal(before, user.AccessKeys.Count);
    }

    [Fact]
    public async Task A_console_password_is_taken_away_and_given()
    {
        await using var sandbox = await StartAsync();

        await DoAsync(sandbox, "delete-login-profile", "--user-name", "alice");
        Assert.Null(User(sandbox, "alice").LoginProfile);
        var profile = (await AskAsync(sandbox, "create-login-profile", "--user-name", "alice", "--password", "Correct-horse-7", "--password-reset-required"))["LoginProfile"]!;

        Assert.Equal(("alice", "true"), (profile.Text("UserName"), profile["PasswordResetRequired"]!.ToJsonString()));
        Assert.Equal(User(sandbox, "alice").LoginProfile!.CreateDate, profile["CreateDate"].Time());
    }

    [Fact]
    public async Task A_user_is_told_with_tags_and_groups()
    {
        await using var sandbox = await StartAsync();
        sandbox.Account.Change(account => User(sandbox, "bob").Tags["team"] = "platform");

        var user = (await AskAsync(sandbox, "get-user", "--user-name", "bob"))["User"]!;
        var groups = (await AskAsync(sandbox, "list-groups-for-user", "--user-name", "bob"))["Groups"];

        Assert.Equal(("bob", "team", "platform"), (user.Text("UserName"), user["Tags"]![0]!.Text("Key"), user["Tags"]![0]!.Text("Value")));
        Assert.Equal(User(sandbox, "bob").Groups, groups.Each("GroupName"));
    }

    [Fact]
    public async Task A_group_is_made_filled_emptied_and_deleted()
    {
        await using var sandbox = await StartAsync();
        var before = sandbox.Account.Export();

        var group = (await AskAsync(sandbox, "create-group", "--group-name", "reviewers", "--path", "/cisposture/"))["Group"]!;
        await DoAsync(sandbox, "add-user-to-group", "--group-name", "reviewers", "--user-name", "alice");
        Assert.Equal(("reviewers", "/cisposture/", "arn:aws:iam::111122223333:group/cisposture/reviewers"), (group.Text("GroupName"), group.Text("Path"), group.Text("Arn")));
        Assert.Contains("reviewers", User(sandbox, "alice").Groups);
        Assert.Equal("DeleteConflict", await ErrorAsync(sandbox, "delete-group", "--group-name", "reviewers"));
        await DoAsync(sandbox, "remove-user-from-group", "--group-name", "reviewers", "--user-name", "alice");
        await DoAsync(sandbox, "delete-group", "--group-name", "reviewers");

        Assert.Equal(before, sandbox.Account.Export());
    }

    [Theory]
    [InlineData("user", "alice")]
    [InlineData("group", "developers")]
    [InlineData("role", "app-server")]
    public async Task Policies_are_attached_and_written_into_users_groups_and_roles_and_taken_out_again(string kind, string name)
    {
        await using var sandbox = await StartAsync();
        var before = sandbox.Account.Export();
        string[] who = [$"--{kind}-name", name];
        string[] inline = [.. who, "--policy-name", "Delivery"];

        await DoAsync(sandbox, [$"attach-{kind}-policy", .. who, "--policy-arn", Managed]);
        await DoAsync(sandbox, [$"put-{kind}-policy", .. inline, "--policy-document", Document]);
        var attached = (await AskAsync(sandbox, [$"list-attached-{kind}-policies", .. who]))["AttachedPolicies"];
        var names = (await AskAsync(sandbox, [$"list-{kind}-policies", .. who]))["PolicyNames"]!.AsArray().Select(policy => policy!.ToString());
        var policy = await AskAsync(sandbox, [$"get-{kind}-policy", .. inline]);

        Assert.Contains(Managed, attached.Each("PolicyArn"));
        Assert.Contains("Delivery", names);
        Assert.Equal(("Delivery", name), (policy.Text("PolicyName"), policy.Text($"{char.ToUpperInvariant(kind[0])}{kind[1..]}Name")));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Document), policy["PolicyDocument"]), "The CLI must be able to decode and parse the policy that was written.");
        await DoAsync(sandbox, [$"detach-{kind}-policy", .. who, "--policy-arn", Managed]);
        await DoAsync(sandbox, [$"delete-{kind}-policy", .. inline]);
        Assert.Equal(before, sandbox.Account.Export());
    }

    [Fact]
    public async Task A_role_is_made_changed_tagged_and_deleted()
    {
        await using var sandbox = await StartAsync();
        var before = sandbox.Account.Export();

        var role = (await AskAsync(sandbox, "create-role", "--role-name", "delivery", "--path", "/cisposture/", "--description", "Delivers", "--assume-role-policy-document", Trust, "--tags", "Key=CisPosture,Value=2.4"))["Role"]!;
        var made = sandbox.Account.Iam.Roles.Find(other => other.Name == "delivery")!;
        await DoAsync(sandbox, "tag-role", "--role-name", "delivery", "--tags", "Key=owner,Value=");
        await DoAsync(sandbox, "untag-role", "--role-name", "delivery", "--tag-keys", "CisPosture");
        var tags = (await AskAsync(sandbox, "list-role-tags", "--role-name", "delivery"))["Tags"]!;
        await DoAsync(sandbox, "update-assume-role-policy", "--role-name", "delivery", "--policy-document", Trust.Replace("cloudtrail", "config", StringComparison.Ordinal));

        Assert.Equal(("arn:aws:iam::111122223333:role/cisposture/delivery", made.Id, "Delivers", "3600"), (role.Text("Arn"), role.Text("RoleId"), role.Text("Description"), role.Text("MaxSessionDuration")));
        Assert.Equal("cloudtrail.amazonaws.com", role["AssumeRolePolicyDocument"]!["Statement"]![0]!["Principal"]!.Text("Service"));
        Assert.Equal(("CisPosture", "2.4"), (role["Tags"]![0]!.Text("Key"), role["Tags"]![0]!.Text("Value")));
        Assert.Equal([("owner", "")], tags.AsArray().Select(tag => (tag!.Text("Key"), tag!.Text("Value"))));
        Assert.Contains("config.amazonaws.com", made.AssumeRolePolicyDocument, StringComparison.Ordinal);
        await DoAsync(sandbox, "delete-role", "--role-name", "delivery");
        Assert.Equal(before, sandbox.Account.Export());
    }

    [Fact]
    public async Task A_service_linked_role_is_made_and_deleted_in_its_own_time()
    {
        await using var sandbox = await StartAsync();
        sandbox.Account.Change(account => account.Iam.Roles.RemoveAll(role => role.Name == "AWSServiceRoleForConfig"));

        var role = (await AskAsync(sandbox, "create-service-linked-role", "--aws-service-name", "config.amazonaws.com"))["Role"]!;
        Assert.Equal("arn:aws:iam::111122223333:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig", role.Text("Arn"));
        Assert.Equal("InvalidInput", await ErrorAsync(sandbox, "create-service-linked-role", "--aws-service-name", "config.amazonaws.com"));
        Assert.Equal("UnmodifiableEntity", await ErrorAsync(sandbox, "delete-role", "--role-name", "AWSServiceRoleForConfig"));
        var task = (await AskAsync(sandbox, "delete-service-linked-role", "--role-name", "AWSServiceRoleForConfig")).Text("DeletionTaskId")!;
        Assert.Equal("IN_PROGRESS", (await AskAsync(sandbox, "get-service-linked-role-deletion-status", "--deletion-task-id", task)).Text("Status"));
        Assert.Equal("SUCCEEDED", (await AskAsync(sandbox, "get-service-linked-role-deletion-status", "--deletion-task-id", task)).Text("Status"));
        Assert.DoesNotContain(sandbox.Account.Iam.Roles, other => other.Name == "AWSServiceRoleForConfig");
    }

    [Fact]
    public async Task A_managed_policy_is_made_versioned_and_deleted()
    {
        await using var sandbox = await StartAsync();
        var before = sandbox.Account.Export();
        const string arn = "arn:aws:iam::111122223333:policy/cisposture/delivery";

        var policy = (await AskAsync(sandbox, "create-policy", "--policy-name", "delivery", "--path", "/cisposture/", "--policy-document", Document, "--tags", "Key=CisPosture,Value=1.22"))["Policy"]!;
        var version = (await AskAsync(sandbox, "create-policy-version", "--policy-arn", arn, "--policy-document", Document, "--set-as-default"))["PolicyVersion"]!;
        var versions = (await AskAsync(sandbox, "list-policy-versions", "--policy-arn", arn))["Versions"];
        var read = (await AskAsync(sandbox, "get-policy", "--policy-arn", arn))["Policy"]!;

        Assert.Equal((arn, "v1"), (policy.Text("Arn"), policy.Text("DefaultVersionId")));
        Assert.Equal(("v2", "true"), (version.Text("VersionId"), version["IsDefaultVersion"]!.ToJsonString()));
        Assert.Equal(["v2", "v1"], versions.Each("VersionId"));
        Assert.Equal(("v2", "0", "1.22"), (read.Text("DefaultVersionId"), read.Text("AttachmentCount"), read["Tags"]![0]!.Text("Value")));
        await DoAsync(sandbox, "tag-policy", "--policy-arn", arn, "--tags", "Key=owner,Value=security");
        await DoAsync(sandbox, "untag-policy", "--policy-arn", arn, "--tag-keys", "CisPosture");
        Assert.Equal(["owner"], (await AskAsync(sandbox, "list-policy-tags", "--policy-arn", arn))["Tags"].Each("Key"));
        Assert.Equal("DeleteConflict", await ErrorAsync(sandbox, "delete-policy-version", "--policy-arn", arn, "--version-id", "v2"));
        await DoAsync(sandbox, "set-default-policy-version", "--policy-arn", arn, "--version-id", "v1");
        await DoAsync(sandbox, "delete-policy-version", "--policy-arn", arn, "--version-id", "v2");
        await DoAsync(sandbox, "delete-policy", "--policy-arn", arn);
        Assert.Equal(before, sandbox.Account.Export());
    }

    private static Task<SandboxServer> StartAsync() => SandboxServer.StartAsync(new SandboxOptions(), TestContext.Current.CancellationToken);

    private static Task<JsonNode> AskAsync(SandboxServer sandbox, params string[] arguments) => new AwsCli(sandbox).AskAsync(Region, ["iam", .. arguments]);

    private static Task DoAsync(SandboxServer sandbox, params string[] arguments) => new AwsCli(sandbox).DoAsync(Region, ["iam", .. arguments]);

    private static Task<string> ErrorAsync(SandboxServer sandbox, params string[] arguments) => new AwsCli(sandbox).ErrorAsync(Region, ["iam", .. arguments]);

    private static IamUser User(SandboxServer sandbox, string name) => sandbox.Account.Iam.Users.Single(user => user.Name == name);
}
