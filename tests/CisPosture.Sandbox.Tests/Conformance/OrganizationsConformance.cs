namespace CisPosture.Sandbox.Tests.Conformance;

public sealed class OrganizationsConformance(OrganizationServer server, ConformanceServer single)
{
    private const string Region = "us-east-1";

    [Fact]
    public async Task ListAccounts_tells_every_account_whatever_its_state()
    {
        var told = (await server.Aws.AskAsync(Region, "organizations", "list-accounts"))["Accounts"];

        Assert.Equal([OrganizationServer.Management, "222200000001", "222200000002", "222200000003"], told.Each("Id"));
        Assert.Equal(["ACTIVE", "ACTIVE", "ACTIVE", "SUSPENDED"], told.Each("Status"));
        Assert.Equal(["INVITED", "CREATED", "CREATED", "CREATED"], told.Each("JoinedMethod"));
        Assert.Equal("member-1@example.com", told!.Each("Email")[1]);
        Assert.All(told!.AsArray(), account => Assert.NotNull(account!["JoinedTimestamp"].Time()));
    }

    [Fact]
    public async Task DescribeOrganization_tells_who_manages_it()
    {
        var told = (await server.Aws.AskAsync(Region, "organizations", "describe-organization"))["Organization"]!;

        Assert.StartsWith("o-", told.Text("Id"), StringComparison.Ordinal);
        Assert.Equal((OrganizationServer.Management, "ALL"), (told.Text("MasterAccountId"), told.Text("FeatureSet")));
        Assert.Equal($"arn:aws:organizations::{OrganizationServer.Management}:account/{told.Text("Id")}/{OrganizationServer.Management}", told.Text("MasterAccountArn"));
    }

    [Fact]
    public async Task A_member_may_ask_what_organization_it_is_in_but_not_who_else_is()
    {
        var member = await server.EnterAsync(OrganizationServer.Member);

        Assert.Equal(OrganizationServer.Management, (await member.AskAsync(Region, "organizations", "describe-organization"))["Organization"]!.Text("MasterAccountId"));
        Assert.Equal("AccessDeniedException", await member.ErrorAsync(Region, "organizations", "list-accounts"));
    }

    [Theory]
    [InlineData("list-accounts")]
    [InlineData("describe-organization")]
    public async Task An_account_in_no_organization_is_told_so(string operation) =>
        Assert.Equal("AWSOrganizationsNotInUseException", await single.Aws.ErrorAsync(Region, "organizations", operation));
}
