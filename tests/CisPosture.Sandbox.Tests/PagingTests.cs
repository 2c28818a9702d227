using System.Net;

namespace CisPosture.Sandbox.Tests;

public sealed class PagingTests : IAsyncLifetime
{
    private SandboxServer _sandbox = null!;
    private WireClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _sandbox = await SandboxServer.StartAsync(new SandboxOptions { Account = "enterprise", Enterprise = new EnterpriseSize { Users = 230, Policies = 7, Groups = 60, Regions = 2 } });
        _client = new WireClient(_sandbox);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _sandbox.DisposeAsync();
    }

    [Fact]
    public async Task IAM_pages_by_a_hundred_unless_asked_otherwise()
    {
        var first = await _client.IamAsync("ListUsers");

        Assert.Equal(100, first.Values("UserName").Count);
        Assert.Equal("true", first.Value("IsTruncated"));
        Assert.Equal(230, (await AllAsync(marker => Iam("ListUsers", marker), "UserName")).Count);
    }

    [Fact]
    public async Task Pages_hold_every_user_once_and_in_order()
    {
        var names = await AllAsync(marker => Iam("ListUsers", marker, ("MaxItems", "7")), "UserName");

        Assert.Equal(_sandbox.Account.Iam.Users.Select(user => user.Name).Order(StringComparer.Ordinal), names);
    }

    [Fact]
    public async Task The_details_of_all_kinds_are_paged_as_one_list()
    {
        var pages = new List<WireAnswer>();
        await AllAsync(
            async marker =>
            {
                pages.Add(await Iam("GetAccountAuthorizationDetails", marker, ("MaxItems", "40"), ("Filter.member.1", "User"), ("Filter.member.2", "LocalManagedPolicy")));
                return pages[^1];
            },
            "UserName");

        Assert.Equal(6, pages.Count);
        Assert.Equal(230, pages.Sum(page => page.Values("UserName").Count));
        Assert.Equal(_sandbox.Account.Iam.Policies.Select(policy => policy.PolicyId), pages.SelectMany(page => page.Values("PolicyId")));
        Assert.Contains(pages, page => page.Values("UserName").Count > 0 && page.Values("PolicyId").Count > 0);
    }

    [Fact]
    public async Task EC2_pages_by_token()
    {
        var ids = new List<string>();
        string? token = null;
        do
        {
            var page = await _client.Ec2Async("DescribeSecurityGroups", [("MaxResults", "9"), .. token is null ? Array.Empty<(string, string)>() : [("NextToken", token)]]);
            ids.AddRange(page.Xml.Descendants().Where(element => element.Name.LocalName == "groupDescription").Select(element => element.Parent!.Elements().Single(child => child.Name.LocalName == "groupId").Value));
            token = page.Value("nextToken");
        }
        while (token is not null);

        Assert.Equal(_sandbox.Account.Regions["us-east-1"].Ec2.SecurityGroups.Select(group => group.GroupId), ids);
    }

    [Theory]
    [InlineData("ListUsers", "0")]
    [InlineData("ListUsers", "1001")]
    [InlineData("ListUsers", "many")]
    public async Task IAM_refuses_page_sizes_out_of_bounds(string action, string size) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await _client.IamAsync(action, ("MaxItems", size))).Status);

    [Theory]
    [InlineData("DescribeSecurityGroups", "4")]
    [InlineData("DescribeSecurityGroups", "1001")]
    [InlineData("DescribeManagedPrefixLists", "101")]
    public async Task EC2_refuses_page_sizes_out_of_bounds(string action, string size)
    {
        var answer = await _client.Ec2Async(action, ("MaxResults", size));

        Assert.Equal("InvalidParameterValue", answer.Code);
        Assert.StartsWith($"Value ( {size} ) for parameter maxResults is invalid.", answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_is_good_only_where_it_was_given_out()
    {
        var marker = (await _client.IamAsync("ListUsers", ("MaxItems", "1"))).Value("Marker")!;

        Assert.Equal("ValidationError", (await _client.IamAsync("ListPolicies", ("Marker", marker))).Code);
        Assert.Equal("ValidationError", (await _client.IamAsync("ListUsers", ("Marker", "2"))).Code);
        Assert.Equal("ValidationError", (await _client.IamAsync("ListUsers", ("Marker", marker[..^1] + "!"))).Code);
        Assert.Equal("InvalidNextToken", (await _client.Ec2Async("DescribeVpcs", ("NextToken", marker))).Code);
        Assert.Equal(HttpStatusCode.OK, (await _client.IamAsync("ListUsers", ("Marker", marker))).Status);
    }

    [Fact]
    public async Task The_sandbox_can_be_told_to_page_small_whatever_is_asked()
    {
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { PageSize = 2 }, TestContext.Current.CancellationToken);
        using var client = new WireClient(sandbox);

        Assert.Equal(2, (await client.IamAsync("ListUsers", ("MaxItems", "1000"))).Values("UserName").Count);
        Assert.Single((await client.IamAsync("ListUsers", ("MaxItems", "1"))).Values("UserName"));
        Assert.NotNull((await client.Ec2Async("DescribeSecurityGroups")).Value("nextToken"));
    }

    private static async Task<IReadOnlyList<string>> AllAsync(Func<string?, Task<WireAnswer>> ask, string name)
    {
        var all = new List<string>();
        string? marker = null;
        do
        {
            var page = await ask(marker);
            all.AddRange(page.Values(name));
            marker = page.Value("Marker");
            Assert.Equal(marker is null ? "false" : "true", page.Value("IsTruncated"));
        }
        while (marker is not null);
        return all;
    }

    private Task<WireAnswer> Iam(string action, string? marker, params (string, string)[] parameters) =>
        _client.IamAsync(action, marker is null ? parameters : [.. parameters, ("Marker", marker)]);
}
