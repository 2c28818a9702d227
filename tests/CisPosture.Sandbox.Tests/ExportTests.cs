using System.Text.Json.Nodes;
using CisPosture.Sandbox.State.Iam;

namespace CisPosture.Sandbox.Tests;

public sealed class ExportTests
{
    [Fact]
    public async Task The_order_in_which_things_came_does_not_show()
    {
        await using var sandbox = await StartAsync();
        var before = sandbox.Account.Export();

        sandbox.Account.Change(account =>
        {
            account.Iam.Users.Reverse();
            account.Regions["us-east-1"].LogGroups.ForEach(group => group.MetricFilters.Reverse());
            account.Regions["us-east-1"].Ec2.Vpcs.Reverse();
        });

        Assert.Equal(before, sandbox.Account.Export());
    }

    [Fact]
    public async Task A_change_of_one_setting_is_a_change_of_one_line()
    {
        await using var sandbox = await StartAsync();
        var before = sandbox.Account.Export().Split('\n');

        sandbox.Account.Change(account => account.Iam.Users.Find(user => user.Name == "ci-deploy")!.AccessKeys[0].Status = "Inactive");

        var after = sandbox.Account.Export().Split('\n');
        Assert.Equal(before.Length, after.Length);
        Assert.Contains("Inactive", Assert.Single(before.Zip(after), pair => pair.First != pair.Second).Second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_holds_every_part_of_the_account_but_no_keys_and_no_credential_report()
    {
        await using var sandbox = await StartAsync();

        var export = JsonNode.Parse(sandbox.Account.Export())!;

        Assert.Equal(["accountId", "iam", "partition", "regions", "s3"], export.AsObject().Select(member => member.Key));
        Assert.Equal(sandbox.Account.Regions.Keys, export["regions"]!.AsObject().Select(region => region.Key));
        Assert.Equal(sandbox.Account.Iam.Users.Count, export["iam"]!["users"]!.AsArray().Count);
        Assert.Null(export["iam"]!["credentialReport"]);
        Assert.DoesNotContain("secret", sandbox.Account.Export(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task It_is_to_be_had_over_HTTP_without_a_signature()
    {
        await using var sandbox = await StartAsync();
        using var http = new HttpClient { BaseAddress = sandbox.Endpoint };

        Assert.Equal(sandbox.Account.Export(), await http.GetStringAsync(new Uri("/_sandbox/account", UriKind.Relative), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_member_s_is_to_be_had_by_its_id_and_nobody_s_by_another()
    {
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { Members = 2 }, TestContext.Current.CancellationToken);
        using var http = new HttpClient { BaseAddress = sandbox.Endpoint };

        var member = await http.GetStringAsync(new Uri("/_sandbox/account?id=222200000002", UriKind.Relative), TestContext.Current.CancellationToken);
        using var nobody = await http.GetAsync(new Uri("/_sandbox/account?id=999999999999", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal("222200000002", JsonNode.Parse(member)!["accountId"]!.ToString());
        Assert.Equal(System.Net.HttpStatusCode.NotFound, nobody.StatusCode);
    }

    [Fact]
    public void A_new_role_is_unknown_to_other_services_for_its_time_and_its_looks()
    {
        var made = DateTimeOffset.UnixEpoch;
        var role = new IamRole { Name = "new", AssumeRolePolicyDocument = "{}", VisibleFrom = made.AddSeconds(10), LooksUntilVisible = 1 };

        Assert.False(role.IsVisibleAt(made.AddSeconds(9)));
        Assert.False(role.IsVisibleAt(made.AddSeconds(10)));
        Assert.True(role.IsVisibleAt(made.AddSeconds(10)));
    }

    private static Task<SandboxServer> StartAsync() => SandboxServer.StartAsync(new SandboxOptions(), TestContext.Current.CancellationToken);
}
