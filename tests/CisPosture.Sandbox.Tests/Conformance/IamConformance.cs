using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CisPosture.Sandbox.Services.Iam;
using CisPosture.Sandbox.State;
using CisPosture.Sandbox.State.Iam;

namespace CisPosture.Sandbox.Tests.Conformance;

public sealed class IamConformance(ConformanceServer server)
{
    private const string Region = "us-east-1";

    private SandboxAccount Account => server.Sandbox.Account;

    private IamState Iam => Account.Iam;

    [Fact]
    public async Task ListUsers_tells_every_user()
    {
        var users = (await Ask("list-users"))["Users"]!.AsArray();

        Assert.Equal(Iam.Users.OrderBy(user => user.Name, StringComparer.Ordinal).Select(Expected), users.Select(Told));

        (string?, string?, string?, DateTimeOffset?, DateTimeOffset?) Expected(IamUser user) => (user.Name, user.Path, IamLookup.UserArn(Account, user), user.CreateDate, user.PasswordLastUsed);

        (string?, string?, string?, DateTimeOffset?, DateTimeOffset?) Told(JsonNode? user) =>
            (user!.Text("UserName"), user!.Text("Path"), user!.Text("Arn"), user!["CreateDate"].Time(), user["PasswordLastUsed"].Time());
    }

    [Fact]
    public async Task GetLoginProfile_tells_of_a_password_and_of_none()
    {
        var profile = (await Ask("get-login-profile", "--user-name", "o-brien+test@example.com"))["LoginProfile"]!;

        Assert.Equal(("o-brien+test@example.com", true), (profile.Text("UserName"), profile["PasswordResetRequired"]!.GetValue<bool>()));
        Assert.Equal("NoSuchEntity", await server.Aws.ErrorAsync(Region, "iam", "get-login-profile", "--user-name", "ci-deploy"));
    }

    [Fact]
    public async Task ListMFADevices_tells_a_user_s_devices()
    {
        var devices = (await Ask("list-mfa-devices", "--user-name", "carol"))["MFADevices"];

        Assert.Equal(User("carol").MfaDevices.Select(device => device.SerialNumber), devices.Each("SerialNumber"));
        Assert.Equal(User("carol").MfaDevices.Select(device => (DateTimeOffset?)device.EnableDate), devices!.AsArray().Select(device => device!["EnableDate"].Time()));
    }

    [Fact]
    public async Task ListAccessKeys_and_GetAccessKeyLastUsed_tell_of_keys()
    {
        var expected = User("mueller,hans=ops").AccessKeys;
        var keys = (await Ask("list-access-keys", "--user-name", "mueller,hans=ops"))["AccessKeyMetadata"];
        var used = await Ask("get-access-key-last-used", "--access-key-id", expected[1].AccessKeyId);
        var never = await Ask("get-access-key-last-used", "--access-key-id", User("ci-deploy").AccessKeys[0].AccessKeyId);

        Assert.Equal(expected.Select(key => key.AccessKeyId), keys.Each("AccessKeyId"));
        Assert.Equal(["Inactive", "Active"], keys.Each("Status"));
        Assert.Equal(expected[1].LastUsed!.Date, used["AccessKeyLastUsed"]!["LastUsedDate"].Time());
        Assert.Equal(("ap-southeast-2", "ec2"), (used["AccessKeyLastUsed"]!.Text("Region"), used["AccessKeyLastUsed"]!.Text("ServiceName")));
        Assert.Equal((null, "N/A"), (never["AccessKeyLastUsed"]!["LastUsedDate"], never["AccessKeyLastUsed"]!.Text("Region")));
    }

    [Fact]
    public async Task GetAccountSummary_tells_of_root()
    {
        var summary = (await Ask("get-account-summary"))["SummaryMap"]!;

        Assert.Equal(("1", "0", $"{Iam.Users.Count}"), (summary.Text("AccountAccessKeysPresent"), summary.Text("AccountMFAEnabled"), summary.Text("Users")));
    }

    [Fact]
    public async Task GetAccountPasswordPolicy_is_no_entity_where_none_was_set() =>
        Assert.Equal("NoSuchEntity", await server.Aws.ErrorAsync(Region, "iam", "get-account-password-policy"));

    [Fact]
    public async Task GetAccountPasswordPolicy_tells_all_of_a_policy()
    {
        await using var exemplary = await SandboxServer.StartAsync(new SandboxOptions { Account = "exemplary" }, TestContext.Current.CancellationToken);

        var policy = (await new AwsCli(exemplary).AskAsync(Region, "iam", "get-account-password-policy"))["PasswordPolicy"]!;

        Assert.Equal(
            """{"MinimumPasswordLength":14,"RequireSymbols":true,"RequireNumbers":true,"RequireUppercaseCharacters":true,"RequireLowercaseCharacters":true,"AllowUsersToChangePassword":true,"ExpirePasswords":true,"MaxPasswordAge":90,"PasswordReusePrevention":24,"HardExpiry":false}""",
            policy.ToJsonString());
    }

    [Fact]
    public async Task ListVirtualMFADevices_tells_whose_they_are()
    {
        var devices = (await Ask("list-virtual-mfa-devices", "--assignment-status", "Any"))["VirtualMFADevices"]!.AsArray();

        Assert.Equal([("arn:aws:iam::111122223333:mfa/bob", "bob"), ("arn:aws:iam::111122223333:mfa/alice", null)], devices.Select(device => (device!.Text("SerialNumber"), device!["User"]?.Text("UserName"))));
    }

    [Fact]
    public async Task ListAccountAliases_tells_the_alias() => Assert.Equal("""["neglected"]""", (await Ask("list-account-aliases"))["AccountAliases"]!.ToJsonString());

    [Fact]
    public async Task The_credential_report_comes_in_the_end()
    {
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions(), TestContext.Current.CancellationToken);
        var aws = new AwsCli(sandbox);

        Assert.Equal("ReportNotPresent", await aws.ErrorAsync(Region, "iam", "get-credential-report"));
        Assert.Equal("STARTED", (await aws.AskAsync(Region, "iam", "generate-credential-report")).Text("State"));
        Assert.Equal("COMPLETE", (await aws.AskAsync(Region, "iam", "generate-credential-report")).Text("State"));
        var report = await aws.AskAsync(Region, "iam", "get-credential-report");
        Assert.Equal("text/csv", report.Text("ReportFormat"));
        Assert.Equal(sandbox.Account.Iam.CredentialReport.Content, Encoding.UTF8.GetString(Convert.FromBase64String(report.Text("Content")!)));
    }

    [Fact]
    public async Task GetAccountAuthorizationDetails_tells_everything_with_documents_decoded()
    {
        var details = await Ask("get-account-authorization-details", "--filter", "User", "Group", "Role", "LocalManagedPolicy");

        Assert.Equal(Iam.Users.Select(user => user.Name), details["UserDetailList"].Each("UserName"));
        Assert.Equal(Iam.Groups.Select(group => group.Name), details["GroupDetailList"].Each("GroupName"));
        Assert.Equal(Iam.Roles.Select(role => role.Name), details["RoleDetailList"].Each("RoleName"));
        Assert.Equal(Iam.Policies.Select(policy => policy.Name), details["Policies"].Each("PolicyName"));
        var deploy = details["UserDetailList"]!.AsArray().Single(user => user!.Text("UserName") == "ci-deploy")!["UserPolicyList"]![0]!["PolicyDocument"]!;
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(User("ci-deploy").InlinePolicies[0].Document), deploy), "The CLI must be able to decode and parse an inline policy.");
        Assert.Equal("arn:aws:iam::aws:policy/AWSSupportAccess", details["RoleDetailList"]!.AsArray().Single(role => role!.Text("RoleName") == "helpdesk")!["PermissionsBoundary"]!.Text("PermissionsBoundaryArn"));
        var appServer = details["RoleDetailList"]!.AsArray().Single(role => role!.Text("RoleName") == "app-server")!;
        Assert.Equal(["app-server"], appServer["InstanceProfileList"].Each("InstanceProfileName"));
        Assert.Equal(Iam.Roles.Single(role => role.Name == "app-server").LastUsed, DateTimeOffset.Parse(appServer["RoleLastUsed"]!.Text("LastUsedDate")!, CultureInfo.InvariantCulture));
        Assert.Equal(["v2", "v1"], details["Policies"]![1]!["PolicyVersionList"].Each("VersionId"));
    }

    [Fact]
    public async Task ListPolicies_and_GetPolicyVersion_tell_of_policies()
    {
        var policies = (await Ask("list-policies", "--scope", "Local"))["Policies"]!;
        var version = (await Ask("get-policy-version", "--policy-arn", policies[1]!.Text("Arn")!, "--version-id", policies[1]!.Text("DefaultVersionId")!))["PolicyVersion"]!;

        Assert.Equal(ManagedPolicy.Local(Account).Select(policy => policy.Arn), policies.Each("Arn"));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Iam.Policies[1].Versions[1].Document), version["Document"]), "The CLI must be able to decode and parse a policy version.");
    }

    [Fact]
    public async Task ListEntitiesForPolicy_GetGroup_and_GetRole_tell_who_holds_a_policy()
    {
        var holders = await Ask("list-entities-for-policy", "--policy-arn", "arn:aws:iam::aws:policy/AWSSupportAccess", "--policy-usage-filter", "PermissionsPolicy");
        var group = await Ask("get-group", "--group-name", "developers");
        var role = (await Ask("get-role", "--role-name", "app-server"))["Role"]!;

        Assert.Equal(["support"], holders["PolicyGroups"].Each("GroupName"));
        Assert.Empty(holders["PolicyRoles"]!.AsArray());
        Assert.Equal("developers", group["Group"]!.Text("GroupName"));
        Assert.Equal(["bob", "carol"], group["Users"].Each("UserName"));
        Assert.Equal("ec2.amazonaws.com", role["AssumeRolePolicyDocument"]!["Statement"]![0]!["Principal"]!.Text("Service"));
        Assert.Equal("NoSuchEntity", await server.Aws.ErrorAsync(Region, "iam", "get-role", "--role-name", "nobody"));
    }

    [Fact]
    public async Task Refusals_are_understood()
    {
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { Deny = ["*"] }, TestContext.Current.CancellationToken);
        var aws = new AwsCli(sandbox);

        Assert.Equal("AccessDenied", await aws.ErrorAsync(Region, "iam", "list-users"));
        Assert.Equal("UnauthorizedOperation", await aws.ErrorAsync(Region, "ec2", "describe-vpcs"));
        Assert.Equal("auditor", (await aws.AskAsync(Region, "sts", "get-caller-identity")).Text("Arn")!.Split('/')[^1]);
    }

    private Task<JsonNode> Ask(params string[] arguments) => server.Aws.AskAsync(Region, ["iam", .. arguments]);

    private IamUser User(string name) => Iam.Users.Single(user => user.Name == name);
}
