namespace CisPosture.Sandbox.Tests.Config;

/// <summary>An account with buckets and roles that suit AWS Config, and such that do not; in one Region it is set up already.</summary>
internal static class RecorderAccount
{
    public const string ServiceRole = "arn:aws:iam::111122223333:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig";

    private const string Trust = """{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": { "Service": "config.amazonaws.com" }, "Action": "sts:AssumeRole" } ] }""";

    private const string BucketPolicy = """
        { "Version": "2012-10-17", "Statement": [
          { "Effect": "Allow", "Principal": { "Service": "config.amazonaws.com" }, "Action": [ "s3:GetBucketAcl", "s3:ListBucket" ], "Resource": "arn:aws:s3:::history", "Condition": { "StringEquals": { "AWS:SourceAccount": "111122223333" } } },
          { "Effect": "Allow", "Principal": { "Service": "config.amazonaws.com" }, "Action": "s3:PutObject", "Resource": "arn:aws:s3:::history/AWSLogs/111122223333/Config/*", "Condition": { "StringEquals": { "s3:x-amz-acl": "bucket-owner-full-control", "AWS:SourceAccount": "111122223333" } } } ] }
        """;

    public const string Json = $$"""
        {
          "iam": {
            "roles": [
              { "name": "AWSServiceRoleForConfig", "path": "/aws-service-role/config.amazonaws.com/", "assumeRolePolicyDocument": {{Trust}}, "attachedPolicies": [ "arn:aws:iam::aws:policy/aws-service-role/AWSConfigServiceRolePolicy" ] },
              { "name": "writer", "assumeRolePolicyDocument": {{Trust}}, "inlinePolicies": [ { "name": "write", "document": { "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": [ "s3:GetBucketAcl", "s3:PutObject" ], "Resource": [ "arn:aws:s3:::closed", "arn:aws:s3:::closed/*" ] } ] } } ] },
              { "name": "stranger", "assumeRolePolicyDocument": { "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole" } ] } }
            ]
          },
          "s3": { "buckets": [ { "name": "history", "policy": {{BucketPolicy}} }, { "name": "closed" } ] },
          "regions": {
            "us-east-1": {},
            "eu-west-1": {
              "configurationRecorders": [ { "name": "own", "allSupported": false, "resourceTypes": [ "AWS::EC2::Instance" ] }, { "name": "hub", "servicePrincipal": "securityhub.amazonaws.com" } ],
              "deliveryChannels": [ { "name": "own", "s3BucketName": "history" } ]
            }
          }
        }
        """;
}
