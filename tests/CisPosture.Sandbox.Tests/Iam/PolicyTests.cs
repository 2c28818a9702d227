using CisPosture.Sandbox.State;

namespace CisPosture.Sandbox.Tests.Iam;

public sealed class PolicyTests : IAsyncLifetime
{
    private const string Support = "arn:aws:iam::aws:policy/AWSSupportAccess";

    private SandboxServer _sandbox = null!;
    private WireClient _client = null!;

    private SandboxAccount Account => _sandbox.Account;

    public async ValueTask InitializeAsync()
    {
        _sandbox = await SandboxServer.StartAsync(new SandboxOptions());
        _client = new WireClient(_sandbox);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _sandbox.DisposeAsync();
    }

    [Fact]
    public async Task Documents_are_percent_encoded()
    {
        var answer = await _client.IamAsync("GetAccountAuthorizationDetails", ("Filter.member.1", "LocalManagedPolicy"));

        var encoded = answer.Values("Document");
        Assert.All(encoded, document => Assert.DoesNotContain('"', document));
        Assert.Equal(Account.Iam.Policies.SelectMany(policy => policy.Versions.AsEnumerable().Reverse()).Select(version => version.Document), encoded.Select(Uri.UnescapeDataString));
        Assert.StartsWith("%7B%0A%20%20%22Version%22%3A%20%222012-10-17%22", encoded[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, new[] { "support" }, new[] { "helpdesk" })]
    [InlineData("PermissionsPolicy", new[] { "support" }, new string[0])]
    [InlineData("PermissionsBoundary", new string[0], new[] { "helpdesk" })]
    public async Task A_permissions_boundary_is_not_a_permission(string? usage, string[] groups, string[] roles)
    {
        (string, string)[] filter = usage is null ? [] : [("PolicyUsageFilter", usage)];

        var answer = await _client.IamAsync("ListEntitiesForPolicy", [("PolicyArn", Support), .. filter]);

        Assert.Equal(groups, answer.Values("GroupName"));
        Assert.Equal(roles, answer.Values("RoleName"));
    }

    [Fact]
    public async Task Attachments_are_counted_from_those_who_hold_a_policy()
    {
        Account.Iam.Groups[0].AttachedPolicies.Add("arn:aws:iam::111122223333:policy/ops/everything");

        var answer = await _client.IamAsync("ListPolicies", ("Scope", "Local"));

        Assert.Equal(["everything", "migration-2019", "read-reports"], answer.Values("PolicyName"));
        Assert.Equal(["2", "0", "0"], answer.Values("AttachmentCount"));
        Assert.Equal(["v1", "v2", "v1"], answer.Values("DefaultVersionId"));
    }

    [Fact]
    public async Task Only_attached_policies_can_be_asked_for_of_AWS_s_and_of_one_s_own()
    {
        var answer = await _client.IamAsync("ListPolicies", ("OnlyAttached", "true"));

        Assert.Equal(["everything", "AdministratorAccess", "PowerUserAccess", "SecurityAudit", "AWSSupportAccess"], answer.Values("PolicyName"));
    }

    [Fact]
    public async Task A_version_that_does_not_exist_is_no_entity() =>
        Assert.Equal("NoSuchEntity", (await _client.IamAsync("GetPolicyVersion", ("PolicyArn", Support), ("VersionId", "v9"))).Code);

    [Fact]
    public async Task Only_virtual_devices_are_listed_as_such_and_root_has_no_name()
    {
        Account.Iam.Root.MfaDevices.Add(new() { SerialNumber = "arn:aws:iam::111122223333:mfa/root-account-mfa-device", EnableDate = DateTimeOffset.UnixEpoch });

        var assigned = await _client.IamAsync("ListVirtualMFADevices", ("AssignmentStatus", "Assigned"));
        var unassigned = await _client.IamAsync("ListVirtualMFADevices", ("AssignmentStatus", "Unassigned"));

        Assert.Equal(["arn:aws:iam::111122223333:root", "arn:aws:iam::111122223333:user/bob"], assigned.Values("Arn"));
        Assert.Equal(["bob"], assigned.Values("UserName"));
        Assert.Equal("111122223333", assigned.Value("UserId"));
        Assert.Equal(["arn:aws:iam::111122223333:mfa/alice"], unassigned.Values("SerialNumber"));
    }
}
