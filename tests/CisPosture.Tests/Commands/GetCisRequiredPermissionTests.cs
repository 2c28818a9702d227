using System.Text.Json.Nodes;

namespace CisPosture.Tests.Commands;

public sealed class GetCisRequiredPermissionTests : CommandTests
{
    [Fact]
    public void All_actions_of_a_scan_come_by_name_and_without_an_account()
    {
        var permissions = Permissions("Get-CisRequiredPermission");

        Assert.Equal(39, permissions.Count);
        Assert.Equal(permissions.Select(permission => permission.Action).Order(StringComparer.Ordinal), permissions.Select(permission => permission.Action));
        Assert.All(permissions, permission => Assert.False(permission.ForRepair));
        Assert.Empty(Gateway.Connections);
    }

    [Theory]
    [InlineData("Get-CisRequiredPermission 1.5", "iam:GetAccountPasswordPolicy")]
    [InlineData("Get-CisRequiredPermission -ControlId 1.5, 1.13", "iam:GetAccountPasswordPolicy iam:GetAccountSummary")]
    [InlineData("Get-CisControl 1.5 | Get-CisRequiredPermission", "iam:GetAccountPasswordPolicy")]
    [InlineData("Get-CisRequiredPermission 1.1? -ExcludeId 1.12, 1.13, 1.14, 1.16", "iam:GetAccountPasswordPolicy")]
    [InlineData("Get-CisRequiredPermission 1.* -Severity Critical -ExcludeId 1.1, 1.12, 1.22", "iam:GetAccountSummary iam:ListVirtualMFADevices")]
    [InlineData("Get-CisControl 1.5 | Where-Object Id -eq none | Get-CisRequiredPermission", "")]
    public void Controls_are_chosen_as_elsewhere(string script, string actions) =>
        Assert.Equal(actions, string.Join(' ', Permissions(script).Select(permission => permission.Action)));

    [Fact]
    public void What_it_emits_can_be_piped_to_a_scan()
    {
        var ids = Succeed("Get-CisRequiredPermission 2.8 | Where-Object ControlId | Get-CisControl").Output.Select(item => ((CisControl)item.BaseObject).Id).Distinct();

        Assert.Equal(["2.8"], ids);
    }

    [Fact]
    public void Control_parameters_may_ask_for_more()
    {
        Assert.DoesNotContain("ec2:DescribeNetworkInterfaces", Permissions("Get-CisRequiredPermission 4.1").Select(permission => permission.Action));
        Assert.Contains("ec2:DescribeNetworkInterfaces", Permissions("Get-CisRequiredPermission 4.1 -ControlParameter @{ InUseOnly = $true }").Select(permission => permission.Action));
    }

    [Fact]
    public void Repairs_add_what_they_take()
    {
        var permissions = Permissions("Get-CisRequiredPermission 1.9 -ForRepair");

        Assert.Equal(
            [("iam:GetAccountPasswordPolicy", false), ("iam:DeleteAccountPasswordPolicy", true), ("iam:UpdateAccountPasswordPolicy", true)],
            permissions.Select(permission => (permission.Action, permission.ForRepair)));
    }

    [Fact]
    public void An_organization_adds_what_entering_its_accounts_takes() => Assert.Equal(
        ["iam:GetAccountPasswordPolicy", "organizations:ListAccounts", "sts:AssumeRole"],
        Permissions("Get-CisRequiredPermission 1.9 -Organization").Select(permission => permission.Action));

    [Fact]
    public void Security_Hub_adds_what_publishing_and_reading_there_takes() => Assert.Equal(
        ["iam:GetAccountPasswordPolicy", "securityhub:BatchImportFindings", "securityhub:BatchUpdateFindings", "securityhub:GetFindings"],
        Permissions("Get-CisRequiredPermission 1.9 -ForSecurityHub").Select(permission => permission.Action));

    [Fact]
    public void A_policy_is_one_text()
    {
        var text = Assert.IsType<string>(Assert.Single(Succeed("Get-CisRequiredPermission 1.9, 4.3 -ForRepair -AsPolicyJson").Output).BaseObject);

        var statements = JsonNode.Parse(text)!["Statement"]!.AsArray();
        Assert.Equal(["CisScanIdentity", "CisScanNetwork", "CisRepairIdentity"], statements.Take(3).Select(statement => statement!["Sid"]!.ToString()));
    }

    [Theory]
    [InlineData("Get-CisRequiredPermission 1.15", ErrorId.ControlNotFound)]
    [InlineData("Get-CisRequiredPermission 1.5 -ExcludeId 1.5", ErrorId.ControlNotFound)]
    [InlineData("Get-CisRequiredPermission 4.1 -ControlParameter @{ InUse = $true }", ErrorId.ControlParameterUnknown)]
    public async Task What_makes_no_sense_is_an_error(string script, string errorId) => Assert.Equal(errorId, IdOf(await FailAsync(script)));

    private List<CisPermission> Permissions(string script) => [.. Succeed(script).Output.Select(item => (CisPermission)item.BaseObject)];
}
