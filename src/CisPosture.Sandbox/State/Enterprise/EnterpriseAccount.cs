using CisPosture.Sandbox.Services.Ec2;

namespace CisPosture.Sandbox.State.Enterprise;

/// <summary>A large account with the usual share of neglect, the same for the same size and seed.</summary>
internal static class EnterpriseAccount
{
    public const string Name = "enterprise";

    private const string UsualId = "111122223333";
    private const string HomeRegion = "us-east-1";

    public static SandboxAccount Generate(EnterpriseSize size, DateTimeOffset now, string? memberId = null)
    {
        var accountId = memberId ?? UsualId;
        var logging = new EnterpriseLogging(size, accountId, HomeRegion, name => memberId is null ? name : MemberAccount.BucketName(name, memberId));
        var account = new SandboxAccount { AccountId = accountId, Iam = new EnterpriseIdentities(size, now, accountId).Generate(), S3 = logging.Buckets() };
        foreach (var region in AwsRegions.Standard.OrderByDescending(name => name == HomeRegion).Take(size.Regions))
        {
            var state = new RegionState { Ec2 = new EnterpriseNetwork(size, region).Generate(), KmsKeys = new EnterpriseKeys(size, region).Generate() };
            logging.FillEvery(state);
            account.Regions.Add(region, state);
        }

        logging.FillHome(account.Regions[HomeRegion]);
        return account.Settled();
    }
}
