namespace CisPosture.Sandbox.Tests.CloudTrail;

/// <summary>An account with buckets, log groups, roles, topics and keys that suit a trail, and such that do not.</summary>
internal static class TrailAccount
{
    public const string Role = "arn:aws:iam::111122223333:role/trail";
    public const string Group = "arn:aws:logs:us-east-1:111122223333:log-group:trail:*";
    public const string Key = "arn:aws:kms:us-east-1:111122223333:key/00000000-0000-4000-8000-000000000001";

    private const string Trust = """{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": { "Service": "cloudtrail.amazonaws.com" }, "Action": "sts:AssumeRole" } ] }""";

    private const string BucketPolicy = """
        { "Version": "2012-10-17", "Statement": [
          { "Effect": "Allow", "Principal": { "Service": "cloudtrail.amazonaws.com" }, "Action": "s3:GetBucketAcl", "Resource": "arn:aws:s3:::trail-logs", "Condition": { "StringLike": { "aws:SourceArn": "arn:aws:cloudtrail:*:111122223333:trail/*" } } },
          { "Effect": "Allow", "Principal": { "Service": "cloudtrail.amazonaws.com" }, "Action": "s3:PutObject", "Resource": "arn:aws:s3:::trail-logs/AWSLogs/111122223333/*", "Condition": { "StringEquals": { "s3:x-amz-acl": "bucket-owner-full-control" } } } ] }
        """;

    private const string KeyPolicy = """
        { "Version": "2012-10-17", "Statement": [
          { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": "kms:*", "Resource": "*" },
          { "Effect": "Allow", "Principal": { "Service": "cloudtrail.amazonaws.com" }, "Action": "kms:GenerateDataKey*", "Resource": "*", "Condition": { "StringLike": { "kms:EncryptionContext:aws:cloudtrail:arn": "arn:aws:cloudtrail:*:111122223333:trail/*" } } } ] }
        """;

    public const string Json = $$"""
        {
          "iam": {
            "roles": [
              { "name": "trail", "assumeRolePolicyDocument": {{Trust}}, "inlinePolicies": [ { "name": "write", "document": { "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": [ "logs:CreateLogStream", "logs:PutLogEvents" ], "Resource": "arn:aws:logs:us-east-1:111122223333:log-group:trail:log-stream:111122223333_CloudTrail_us-east-1*" } ] } } ] },
              { "name": "powerless", "assumeRolePolicyDocument": {{Trust}} },
              { "name": "stranger", "assumeRolePolicyDocument": { "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole" } ] }, "attachedPolicies": [ "arn:aws:iam::aws:policy/CloudWatchLogsFullAccess" ] }
            ]
          },
          "s3": { "buckets": [ { "name": "trail-logs", "policy": {{BucketPolicy}} }, { "name": "irish-logs", "region": "eu-west-1" }, { "name": "closed" } ] },
          "regions": {
            "us-east-1": {
              "logGroups": [ { "name": "trail" } ],
              "topics": [
                { "name": "told", "policy": { "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": { "Service": "cloudtrail.amazonaws.com" }, "Action": "SNS:Publish", "Resource": "arn:aws:sns:us-east-1:111122223333:told" } ] } },
                { "name": "untold" }
              ],
              "kmsKeys": [ { "keyId": "00000000-0000-4000-8000-000000000001", "aliases": [ { "name": "trail" } ], "policy": {{KeyPolicy}} }, { "keyId": "00000000-0000-4000-8000-000000000004" }, { "keyId": "00000000-0000-4000-8000-000000000002", "keyState": "Disabled" } ],
              "trails": [
                { "name": "everywhere", "s3BucketName": "trail-logs", "isMultiRegionTrail": true },
                { "name": "local", "s3BucketName": "trail-logs", "isLogging": false },
                { "name": "organization", "ownerAccountId": "999988887777", "s3BucketName": "foreign", "isMultiRegionTrail": true, "isOrganizationTrail": true }
              ]
            },
            "eu-west-1": { "kmsKeys": [ { "keyId": "00000000-0000-4000-8000-000000000003" } ] }
          }
        }
        """;
}
