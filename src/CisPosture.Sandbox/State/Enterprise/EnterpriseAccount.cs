using CisPosture.Sandbox.Services.Ec2;

namespace CisPosture.Sandbox.State.Enterprise;

/// <summary>A large account with the usual share of neglect, the same for the same size and seed.</summary>
internal static class EnterpriseAccount
{
    public const string Name = "enterprise";

    private const string AccountId = "111122223333";
    private const string HomeRegion = "us-east-1";

    public static SandboxAccount Generate(EnterpriseSize size, DateTimeOffset now)
    {
        var account = new SandboxAccount { AccountId = AccountId, Iam = new EnterpriseIdentities(size, now, AccountId).Generate() };
        foreach (var region in AwsRegions.Standard.OrderByDescending(name => name == HomeRegion).Take(size.Regions))
        {
            account.Regions.Add(region, new RegionState { Ec2 = new EnterpriseNetwork(size, region).Generate() });
        }

        return account.Settled();
    }
}
