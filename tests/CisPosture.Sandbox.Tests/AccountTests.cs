using CisPosture.Sandbox.State;

namespace CisPosture.Sandbox.Tests;

public sealed class AccountTests
{
    public static TheoryData<string> BuiltIn => new(AccountSource.BuiltIn);

    [Fact]
    public void The_built_in_accounts_are_three() => Assert.Equal(["enterprise", "exemplary", "neglected"], AccountSource.BuiltIn.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(BuiltIn))]
    public async Task Every_built_in_account_is_served(string name)
    {
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { Account = name }, TestContext.Current.CancellationToken);
        using var client = new WireClient(sandbox);

        Assert.Equal("111122223333", (await client.StsAsync("GetCallerIdentity")).Value("Account"));
        Assert.Equal(sandbox.Account.Regions.Keys, (await client.Ec2Async("DescribeRegions")).Values("regionName"));
        Assert.True(sandbox.Account.Regions.Count >= 3, "An account in one Region would not show what a scan of many does.");
        Assert.Contains("us-east-1", sandbox.Account.Regions.Keys);
        Assert.Empty(sandbox.Faults);
    }

    [Fact]
    public async Task What_changes_in_one_sandbox_stays_there()
    {
        await using var one = await SandboxServer.StartAsync(new SandboxOptions(), TestContext.Current.CancellationToken);
        await using var other = await SandboxServer.StartAsync(new SandboxOptions(), TestContext.Current.CancellationToken);
        using var client = new WireClient(other);
        var before = (await client.IamAsync("ListUsers")).Values("UserName");

        one.Account.Iam.Users.Clear();
        one.Account.Regions["us-east-1"].Ec2.Vpcs.Clear();

        Assert.NotEqual(one.Endpoint, other.Endpoint);
        Assert.Equal(before, (await client.IamAsync("ListUsers")).Values("UserName"));
        Assert.NotEmpty((await client.Ec2Async("DescribeVpcs")).Values("vpcId"));
    }

    [Fact]
    public async Task Every_user_name_in_the_accounts_is_one_that_IAM_would_take()
    {
        foreach (var name in AccountSource.BuiltIn)
        {
            await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { Account = name }, TestContext.Current.CancellationToken);
            Assert.All(sandbox.Account.Iam.Users, user => Assert.Matches(@"^[\w+=,.@-]{1,64}$", user.Name));
        }
    }

    [Fact]
    public async Task Times_are_relative_to_now_and_policies_may_be_JSON_within_the_JSON()
    {
        var time = new FixedTime();
        var account = await LoadAsync(
            """
            {
              "iam": {
                "users": [ { "name": "one", "createDate": "3 days ago", "inlinePolicies": [ { "name": "text", "document": "{ }" }, { "name": "json", "document": { "Version": "2012-10-17" } } ] },
                           { "name": "two", "createDate": "2024-02-29T12:00:00Z" },
                           { "name": "three", "createDate": "1.5 hours ago" } ]
              },
              "regions": { "us-east-1": {} }
            }
            """,
            time);

        Assert.Equal([time.Now.AddDays(-3), new(2024, 2, 29, 12, 0, 0, TimeSpan.Zero), time.Now.AddMinutes(-90)], account.Iam.Users.Select(user => user.CreateDate));
        Assert.Equal(["{ }", "{\n  \"Version\": \"2012-10-17\"\n}"], account.Iam.Users[0].InlinePolicies.Select(policy => policy.Document.ReplaceLineEndings("\n")));
    }

    [Fact]
    public async Task What_stands_under_everyRegion_is_in_each_Region_with_its_name_filled_in()
    {
        var account = await LoadAsync(
            """
            {
              "everyRegion": { "ec2": { "vpcs": [ { "name": "default-${region}" } ] } },
              "regions": { "us-east-1": { "ec2": { "vpcs": [ { "name": "own" } ] } }, "eu-west-1": {} }
            }
            """,
            new FixedTime());

        Assert.Equal(["default-us-east-1", "own"], account.Regions["us-east-1"].Ec2.Vpcs.Select(vpc => vpc.Name));
        Assert.Equal(["default-eu-west-1"], account.Regions["eu-west-1"].Ec2.Vpcs.Select(vpc => vpc.Name));
    }

    [Fact]
    public async Task A_VPC_has_the_default_group_that_AWS_gives_it_unless_the_file_has_one()
    {
        var account = await LoadAsync(
            """
            { "regions": { "us-east-1": { "ec2": { "vpcs": [ { "name": "untouched" }, { "name": "closed", "securityGroups": [ { "groupName": "default" } ] } ] } } } }
            """,
            new FixedTime());
        var vpcs = account.Regions["us-east-1"].Ec2.Vpcs;

        var untouched = Assert.Single(vpcs[0].SecurityGroups);
        Assert.Equal((untouched.GroupId, "0.0.0.0/0"), (Assert.Single(untouched.Ingress).Peer, Assert.Single(untouched.Egress).Peer));
        Assert.Empty(Assert.Single(vpcs[1].SecurityGroups).Ingress);
    }

    [Theory]
    [InlineData("""{ "regions": { "us-east-1": {} }, "colour": "red" }""", "colour")]
    [InlineData("""{ "iam": { "users": [ { "name": "one", "createDate": "yesterday" } ] } }""", "yesterday")]
    [InlineData("""{ "regions": { "us-east-1": { "ec2": { "vpcs": [ { "name": "v", "securityGroups": [ { "groupName": "g", "ingress": [ { "protocol": "-1", "peer": "group:absent" } ] } ] } ] } } } }""", "absent")]
    [InlineData("[]", "object")]
    [InlineData("{ \"regions\": ", "cannot be read")]
    public async Task A_file_that_says_something_wrong_is_refused_with_the_place(string json, string expected)
    {
        var exception = await Assert.ThrowsAsync<AccountFileException>(() => LoadAsync(json, new FixedTime()));

        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-such-account")]
    [InlineData("no-such-file.json")]
    public void An_account_that_does_not_exist_is_refused_by_name(string name)
    {
        var exception = Assert.Throws<AccountFileException>(() => AccountSource.Load(new SandboxOptions { Account = name }));

        Assert.Contains(name, exception.Message, StringComparison.Ordinal);
    }

    private static async Task<SandboxAccount> LoadAsync(string json, FixedTime time)
    {
        await using var file = await AccountFileOnDisk.WriteAsync(json);
        return AccountSource.Load(new SandboxOptions { Account = file.Path, Time = time });
    }
}
