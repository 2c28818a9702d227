namespace CisPosture.Sandbox.Tests.Ec2;

/// <summary>An account with a VPC, a default VPC and roles for flow logs.</summary>
internal static class NetworkAccount
{
    public const string Role = "arn:aws:iam::111122223333:role/flow";

    public const string Json = """
        {
          "iam": {
            "roles": [
              { "name": "flow", "assumeRolePolicyDocument": { "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": { "Service": "vpc-flow-logs.amazonaws.com" }, "Action": "sts:AssumeRole", "Condition": { "StringEquals": { "aws:SourceAccount": "111122223333" } } } ] },
                "inlinePolicies": [ { "name": "write", "document": { "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": [ "logs:CreateLogStream", "logs:PutLogEvents" ], "Resource": "arn:aws:logs:us-east-1:111122223333:log-group:rejected:*" } ] } } ] },
              { "name": "stranger", "assumeRolePolicyDocument": { "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole" } ] } }
            ]
          },
          "regions": {
            "us-east-1": {
              "logGroups": [ { "name": "rejected" } ],
              "ec2": {
                "prefixLists": [ { "name": "offices", "maxEntries": 5, "entries": [ "198.51.100.0/24" ] } ],
                "vpcs": [
                  {
                    "name": "main",
                    "securityGroups": [
                      {
                        "groupName": "web", "description": "web",
                        "ingress": [
                          { "protocol": "tcp", "fromPort": 22, "toPort": 22, "peer": "0.0.0.0/0", "description": "temporary" },
                          { "protocol": "tcp", "fromPort": 22, "toPort": 22, "peer": "10.0.0.0/8" },
                          { "protocol": "-1", "peer": "group:web" }
                        ],
                        "egress": [ { "protocol": "-1", "peer": "0.0.0.0/0" } ]
                      },
                      { "groupName": "other", "description": "other", "egress": [ { "protocol": "tcp", "fromPort": 443, "toPort": 443, "peer": "group:web" } ] },
                      { "groupName": "free", "description": "free" }
                    ],
                    "networkInterfaces": [ { "description": "one", "securityGroups": [ "other" ] } ]
                  },
                  { "name": "first", "isDefault": true }
                ]
              }
            }
          }
        }
        """;
}
