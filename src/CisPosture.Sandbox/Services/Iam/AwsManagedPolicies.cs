using CisPosture.Sandbox.State.Iam;

namespace CisPosture.Sandbox.Services.Iam;

/// <summary>A few of the policies that AWS itself keeps, shortened.</summary>
internal static class AwsManagedPolicies
{
    private static readonly DateTimeOffset Since = new(2015, 2, 6, 18, 39, 46, TimeSpan.Zero);

    public static IReadOnlyList<IamPolicy> All { get; } =
    [
        Policy("AdministratorAccess", "/", "*"),
        Policy("PowerUserAccess", "/", "ec2:*", "s3:*", "lambda:*", "dynamodb:*"),
        Policy("ReadOnlyAccess", "/", "ec2:Describe*", "s3:Get*", "s3:List*", "iam:Get*", "iam:List*"),
        Policy("SecurityAudit", "/", "cloudtrail:DescribeTrails", "config:Describe*", "iam:GetCredentialReport", "iam:List*"),
        Policy("AWSSupportAccess", "/", "support:*"),
        Policy("IAMUserChangePassword", "/", "iam:ChangePassword", "iam:GetAccountPasswordPolicy"),
        Policy("AmazonS3ReadOnlyAccess", "/", "s3:Get*", "s3:List*"),
        Policy("AmazonEC2FullAccess", "/", "ec2:*"),
        Policy("CloudWatchLogsFullAccess", "/", "logs:*"),
        Policy("Billing", "/job-function/", "aws-portal:*Billing"),
        Policy("AWS_ConfigRole", "/service-role/", "config:Put*", "s3:GetBucketAcl"),
        Policy("AWSConfigServiceRolePolicy", ManagedPolicy.ServiceRolePath, "config:Put*", "ec2:Describe*", "iam:List*"),
        Policy("CloudTrailServiceRolePolicy", ManagedPolicy.ServiceRolePath, "cloudtrail:*", "organizations:Describe*"),
        Policy("AWSLogDeliveryServiceRolePolicy", ManagedPolicy.ServiceRolePath, "firehose:PutRecord*"),
        Policy("AWSSupportServiceRolePolicy", ManagedPolicy.ServiceRolePath, "iam:Get*", "iam:List*"),
    ];

    private static IamPolicy Policy(string name, string path, params string[] actions) => new()
    {
        Name = name,
        Path = path,
        Description = $"Managed by AWS: {name}.",
        CreateDate = Since,
        Versions = [new PolicyVersion { CreateDate = Since, Document = Document(actions) }],
    };

    private static string Document(string[] actions) => $$"""
        {
            "Version": "2012-10-17",
            "Statement": [
                {
                    "Effect": "Allow",
                    "Action": [{{string.Join(", ", actions.Select(action => $"\"{action}\""))}}],
                    "Resource": "*"
                }
            ]
        }
        """;
}
