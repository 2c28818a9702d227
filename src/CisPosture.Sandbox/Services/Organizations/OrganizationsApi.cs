using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Organizations;

/// <summary>AWS Organizations, which every partition has in one Region.</summary>
internal sealed class OrganizationsApi : ServiceApi
{
    public OrganizationsApi()
    {
        Add(OrganizationOperations.DescribeOrganization);
        Add(OrganizationOperations.ListAccounts);
    }

    public override string Name => "organizations";

    public override string TargetPrefix => "AWSOrganizationsV20161128";

    public override ServiceErrors Errors { get; } = new JsonErrors { InvalidCode = "InvalidInputException" };

    /// <summary>In China it is in the other Region than IAM.</summary>
    public override string RequiredRegion(ApiCall call) => call.Account.Partition == "aws-cn" ? "cn-northwest-1" : call.Account.HomeRegion;
}
