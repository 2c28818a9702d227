using CisPosture.Sandbox.Paging;
using CisPosture.Sandbox.State.Organizations;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Organizations;

internal static class OrganizationOperations
{
    private static readonly PagingRules Rules = new("NextToken", "MaxResults", 20, 1, 20, () => new ApiException("InvalidInputException", "You specified an invalid value for the next token."));

    public static ApiResult DescribeOrganization(ApiCall call)
    {
        var organization = Find(call);
        var management = organization.Accounts.Single(account => account.Id == organization.ManagementAccountId);
        return new Structure
        {
            ["Organization"] = new Structure
            {
                ["Id"] = organization.Id,
                ["Arn"] = Arn(call, organization, $"organization/{organization.Id}"),
                ["FeatureSet"] = "ALL",
                ["MasterAccountArn"] = Arn(call, organization, management),
                ["MasterAccountId"] = management.Id,
                ["MasterAccountEmail"] = management.Email,
                ["AvailablePolicyTypes"] = new[] { new Structure { ["Type"] = "SERVICE_CONTROL_POLICY", ["Status"] = "ENABLED" } },
            },
        };
    }

    /// <summary>Members may ask what organization they are in, but not who else is.</summary>
    public static ApiResult ListAccounts(ApiCall call)
    {
        var organization = Find(call);
        if (call.Account.AccountId != organization.ManagementAccountId) throw call.Errors.AccessDenied("You don't have permissions to access this resource.");
        var page = call.Page(organization.Accounts, Rules);
        return new Structure
        {
            ["Accounts"] = page.Items.Select(account => new Structure
            {
                ["Id"] = account.Id,
                ["Arn"] = Arn(call, organization, account),
                ["Email"] = account.Email,
                ["Name"] = account.Name,
                ["State"] = account.State,
                ["Status"] = Status(account),
                ["JoinedMethod"] = account.JoinedMethod,
                ["JoinedTimestamp"] = account.JoinedTimestamp,
            }),
            ["NextToken"] = page.NextToken,
        };
    }

    /// <summary>The older member, which knows fewer words and which AWS has announced to leave out from September 2026 on.</summary>
    private static string? Status(OrganizationAccount account) => account.State switch
    {
        "CLOSED" => "SUSPENDED",
        "PENDING_ACTIVATION" => null,
        var state => state,
    };

    private static Organization Find(ApiCall call) =>
        call.Accounts.Organization ?? throw new ApiException("AWSOrganizationsNotInUseException", "Your account is not a member of an organization.");

    private static string Arn(ApiCall call, Organization organization, OrganizationAccount account) => Arn(call, organization, $"account/{organization.Id}/{account.Id}");

    private static string Arn(ApiCall call, Organization organization, string resource) =>
        $"arn:{call.Account.Partition}:organizations::{organization.ManagementAccountId}:{resource}";
}
