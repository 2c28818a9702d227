using CisPosture.Sandbox.State;
using CisPosture.Sandbox.State.CloudTrail;
using CisPosture.Sandbox.State.Ec2;
using CisPosture.Sandbox.State.Iam;
using CisPosture.Sandbox.State.S3;

namespace CisPosture.Aws.Tests.Sandbox;

/// <summary>
/// An account that passes every control, but each only just: whatever is not read could have decided otherwise. A few actions exclude one
/// another in this, so that there are variants.
/// </summary>
internal sealed record TellingAccount
{
    public static readonly TellingAccount Usual = new();

    /// <summary>Support access rests on a group rather than on a role.</summary>
    private bool SupportsThroughGroup { get; init; }

    /// <summary>The account's own public access block leaves policies alone, so that those of buckets matter.</summary>
    private bool LeavesPoliciesToBuckets { get; init; }

    /// <summary>The account in which this action decides something.</summary>
    public static TellingAccount For(string action) => action switch
    {
        "iam:GetGroup" => new TellingAccount { SupportsThroughGroup = true },
        "s3:GetBucketPolicyStatus" => new TellingAccount { LeavesPoliciesToBuckets = true },
        _ => Usual,
    };

    public void Arrange(SandboxAccount account)
    {
        AddYoungUser(account.Iam);
        ArrangeSupport(account.Iam);
        ArrangeBuckets(account);
        ArrangeNetwork(account);
    }

    // Offices may come in by remote desktop too, and a Region has no VPC whose default group could be looked for.
    private static void ArrangeNetwork(SandboxAccount account)
    {
        var web = account.Regions["us-east-1"].Ec2.Vpcs.SelectMany(vpc => vpc.SecurityGroups).Single(group => group.GroupName == "web");
        var ofOffices = web.Ingress.Single(rule => rule.FromPort == 22);
        web.Ingress.Add(new SecurityGroupRule { Protocol = "tcp", FromPort = 3389, ToPort = 3389, Peer = ofOffices.Peer, RuleId = "sgr-0remotedesktop" });
        var model = account.Regions["eu-west-1"];
        account.Regions.Add("eu-north-1", new RegionState { ConfigurationRecorders = model.ConfigurationRecorders, DeliveryChannels = model.DeliveryChannels });
    }

    // Younger than the credential report, so that everything about her has to be asked for.
    private static void AddYoungUser(IamState iam)
    {
        var now = DateTimeOffset.UtcNow;
        iam.CredentialReport.GeneratedTime = now.AddHours(-1);
        iam.Users.Add(new IamUser
        {
            Name = "newcomer",
            CreateDate = now.AddMinutes(-30),
            LoginProfile = new LoginProfile { CreateDate = now.AddMinutes(-30) },
            MfaDevices = { new MfaDevice { SerialNumber = "arn:aws:iam::111122223333:u2f/user/newcomer/key-1", EnableDate = now.AddMinutes(-20) } },
            AccessKeys = { new AccessKey { AccessKeyId = "AKIANEWCOMEREXAMPLE1", CreateDate = now.AddMinutes(-20) } },
        });
    }

    private void ArrangeSupport(IamState iam)
    {
        if (!SupportsThroughGroup)
        {
            return;
        }

        const string policy = "arn:aws:iam::aws:policy/AWSSupportAccess";
        iam.Roles.Single(role => role.AttachedPolicies.Contains(policy)).AttachedPolicies.Remove(policy);
        iam.Groups.Single(group => group.Name == "administrators").AttachedPolicies.Add(policy);
    }

    // Each bucket is closed by one thing alone.
    private void ArrangeBuckets(SandboxAccount account)
    {
        account.S3.PublicAccessBlock = new PublicAccessBlock { RestrictPublicBuckets = !LeavesPoliciesToBuckets };
        AddTrail(account, new Bucket { Name = "no-grants", ObjectOwnership = "ObjectWriter" });
        AddTrail(account, WithPublicGrant(new Bucket { Name = "ignores-grants", ObjectOwnership = "ObjectWriter", PublicAccessBlock = new PublicAccessBlock { IgnorePublicAcls = true } }));
        AddTrail(account, WithPublicGrant(new Bucket { Name = "owner-enforced", ObjectOwnership = "BucketOwnerEnforced" }));
        if (!LeavesPoliciesToBuckets)
        {
            AddTrail(account, new Bucket { Name = "public-policy", Policy = """{ "Statement": [ { "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::public-policy/*" } ] }""" });
        }
    }

    private static Bucket WithPublicGrant(Bucket bucket)
    {
        bucket.Grants.Add(new Grant { GroupUri = "http://acs.amazonaws.com/groups/global/AllUsers", Permission = "READ" });
        return bucket;
    }

    private static void AddTrail(SandboxAccount account, Bucket bucket)
    {
        bucket.Logging = new BucketLogging { TargetBucket = "exemplary-access-logs" };
        account.S3.Buckets.Add(bucket);
        var model = account.Regions["us-east-1"].Trails[0];
        account.Regions["us-east-1"].Trails.Add(new Trail
        {
            Name = bucket.Name,
            S3BucketName = bucket.Name,
            LogFileValidationEnabled = true,
            CloudWatchLogsLogGroupArn = model.CloudWatchLogsLogGroupArn,
            KmsKeyId = model.KmsKeyId,
        });
    }
}
