using CisPosture.Sandbox.Tests.Conformance;

[assembly: AssemblyFixture(typeof(LoggingServer))]

namespace CisPosture.Sandbox.Tests.Conformance;

/// <summary>A sandbox, paging by two, whose account has the odd cases of logging, alarms, topics, keys, recorders and buckets.</summary>
public sealed class LoggingServer : IAsyncLifetime
{
    private const string AccountJson = """
        {
          "s3": {
            "publicAccessBlock": { "blockPublicAcls": true, "blockPublicPolicy": true },
            "buckets": [
              {
                "name": "logged", "creationDate": "30 days ago",
                "publicAccessBlock": { "ignorePublicAcls": true, "restrictPublicBuckets": true },
                "logging": { "targetBucket": "bare", "targetPrefix": "access/" },
                "grants": [ { "groupUri": "http://acs.amazonaws.com/groups/global/AllUsers", "permission": "READ" }, { "groupUri": "http://acs.amazonaws.com/groups/s3/LogDelivery", "permission": "WRITE" } ],
                "policy": { "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::logged/ü*" } ] }
              },
              { "name": "bare", "objectOwnership": null },
              { "name": "irish", "region": "eu-west-1" },
              { "name": "foreign", "ownerAccountId": "999988887777" }
            ]
          },
          "regions": {
            "us-east-1": {
              "trails": [
                {
                  "name": "everywhere", "s3BucketName": "logged", "s3KeyPrefix": "all", "isMultiRegionTrail": true, "logFileValidationEnabled": true,
                  "cloudWatchLogsLogGroupArn": "arn:aws:logs:us-east-1:111122223333:log-group:a:*", "cloudWatchLogsRoleArn": "arn:aws:iam::111122223333:role/logs",
                  "kmsKeyId": "arn:aws:kms:us-east-1:111122223333:key/00000000-0000-4000-8000-000000000001",
                  "latestDeliveryTime": "5 minutes ago", "latestDeliveryError": "AccessDenied", "latestCloudWatchLogsDeliveryTime": "6 minutes ago",
                  "advancedEventSelectors": [ { "name": "management", "fieldSelectors": [ { "field": "eventCategory", "equalTo": [ "Management" ] }, { "field": "eventSource", "notEqualTo": [ "kms.amazonaws.com" ] } ] } ]
                },
                { "name": "local", "s3BucketName": "logged", "isLogging": false, "includeGlobalServiceEvents": false, "eventSelectors": [ { "readWriteType": "WriteOnly", "excludeManagementEventSources": [ "kms.amazonaws.com" ] } ] },
                { "name": "organization", "ownerAccountId": "999988887777", "s3BucketName": "foreign", "isMultiRegionTrail": true, "isOrganizationTrail": true }
              ],
              "logGroups": [
                {
                  "name": "b", "retentionInDays": 90, "kmsKeyId": "arn:aws:kms:us-east-1:111122223333:key/00000000-0000-4000-8000-000000000001",
                  "metricFilters": [
                    { "name": "root", "pattern": "{ $.userIdentity.type = \"Root\" }", "transformations": [ { "metricName": "Root", "metricNamespace": "Cis", "metricValue": "2", "defaultValue": 0 } ] },
                    { "name": "denied", "pattern": "?\"ü\"", "transformations": [ { "metricName": "Denied", "metricNamespace": "Cis", "dimensions": { "Code": "$.errorCode" } } ] }
                  ]
                },
                { "name": "a", "metricFilters": [ { "name": "root", "pattern": "", "transformations": [ { "metricName": "Root", "metricNamespace": "Other" } ] } ] },
                { "name": "c" }
              ],
              "metricAlarms": [
                { "name": "root", "namespace": "Cis", "metricName": "Root", "statistic": "Sum", "period": 300, "threshold": 1.5, "alarmActions": [ "arn:aws:sns:us-east-1:111122223333:alarms" ], "dimensions": { "Code": "x" } },
                { "name": "anomaly", "actionsEnabled": false, "metrics": [ { "id": "e1", "expression": "m1 * 2" }, { "id": "m1", "namespace": "Cis", "metricName": "Root", "returnData": false } ] },
                { "name": "silent", "namespace": "Cis", "metricName": "Denied", "statistic": "Sum", "period": 60 }
              ],
              "compositeAlarms": [ { "name": "all", "alarmRule": "ALARM(\"root\") OR ALARM(\"silent\")", "alarmActions": [ "arn:aws:sns:us-east-1:111122223333:alarms" ] } ],
              "topics": [
                {
                  "name": "alarms", "displayName": "Alarms", "kmsMasterKeyId": "alias/aws/sns",
                  "policy": { "Version": "2012-10-17", "Statement": [] },
                  "subscriptions": [
                    { "protocol": "email", "endpoint": "security@example.com" },
                    { "protocol": "email", "endpoint": "new@example.com", "isConfirmed": false },
                    { "protocol": "lambda", "endpoint": "arn:aws:lambda:us-east-1:999988887777:function:page", "ownerAccountId": "999988887777" }
                  ]
                },
                { "name": "plain" },
                { "name": "third" }
              ],
              "kmsKeys": [
                { "keyId": "00000000-0000-4000-8000-000000000001", "aliases": [ { "name": "data" } ], "description": "Data", "isRotationEnabled": true, "rotationPeriodInDays": 180 },
                { "keyId": "00000000-0000-4000-8000-000000000002", "keySpec": "RSA_3072", "keyUsage": "SIGN_VERIFY" },
                { "keyId": "00000000-0000-4000-8000-000000000003", "isClosedByPolicy": true },
                { "keyId": "00000000-0000-4000-8000-000000000004", "keyState": "Disabled" },
                { "keyId": "mrk-00000000000000000000000000000005", "multiRegionKeyType": "REPLICA", "primaryRegion": "eu-west-1" }
              ],
              "configurationRecorders": [ { "allSupported": false, "excludedResourceTypes": [ "AWS::EC2::Volume" ], "roleArn": "arn:aws:iam::111122223333:role/config", "isRecording": true, "lastStatus": "FAILURE", "lastErrorCode": "AccessDenied", "lastStartTime": "3 days ago" } ],
              "deliveryChannels": [ { "s3BucketName": "logged", "s3KeyPrefix": "config", "snsTopicArn": "arn:aws:sns:us-east-1:111122223333:plain" } ]
            },
            "eu-west-1": {
              "trails": [ { "name": "local", "s3BucketName": "irish" } ],
              "topics": [ { "name": "irish" } ]
            }
          }
        }
        """;

    internal SandboxServer Sandbox { get; private set; } = null!;

    internal AwsCli Aws => new(Sandbox);

    public async ValueTask InitializeAsync()
    {
        await using var file = await AccountFileOnDisk.WriteAsync(AccountJson);
        Sandbox = await SandboxServer.StartAsync(new SandboxOptions { Account = file.Path, PageSize = 2 });
    }

    public async ValueTask DisposeAsync()
    {
        var faults = Sandbox.Faults;
        await Sandbox.DisposeAsync();
        Assert.Empty(faults);
    }
}
