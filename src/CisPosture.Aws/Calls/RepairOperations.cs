namespace CisPosture.Aws.Calls;

/// <summary>The operations that only repairs call, reads beyond those of a scan first.</summary>
internal static class RepairOperations
{
    public static readonly ApiOperation UpdateAccountPasswordPolicy = Iam(nameof(UpdateAccountPasswordPolicy));
    public static readonly ApiOperation DeleteAccountPasswordPolicy = Iam(nameof(DeleteAccountPasswordPolicy));

    public static readonly ApiOperation PutMetricFilter = new("logs", nameof(PutMetricFilter));
    public static readonly ApiOperation DeleteMetricFilter = new("logs", nameof(DeleteMetricFilter));

    public static readonly ApiOperation ListAlarmTags = new("cloudwatch", "ListTagsForResource");
    public static readonly ApiOperation PutMetricAlarm = new("cloudwatch", nameof(PutMetricAlarm));
    public static readonly ApiOperation DeleteAlarms = new("cloudwatch", nameof(DeleteAlarms));

    public static readonly ApiOperation ListTopicTags = new("sns", "ListTagsForResource");
    public static readonly ApiOperation GetTopicAttributes = new("sns", nameof(GetTopicAttributes));
    public static readonly ApiOperation CreateTopic = new("sns", nameof(CreateTopic));
    public static readonly ApiOperation SetTopicAttributes = new("sns", nameof(SetTopicAttributes));
    public static readonly ApiOperation DeleteTopic = new("sns", nameof(DeleteTopic));
    public static readonly ApiOperation Subscribe = new("sns", nameof(Subscribe));
    public static readonly ApiOperation Unsubscribe = new("sns", nameof(Unsubscribe));
    public static readonly ApiOperation EnableKeyRotation = new("kms", nameof(EnableKeyRotation));
    public static readonly ApiOperation DisableKeyRotation = new("kms", nameof(DisableKeyRotation));

    public static readonly ApiOperation DescribeSecurityGroupRules = new("ec2", nameof(DescribeSecurityGroupRules));
    public static readonly ApiOperation AuthorizeSecurityGroupIngress = new("ec2", nameof(AuthorizeSecurityGroupIngress));
    public static readonly ApiOperation AuthorizeSecurityGroupEgress = new("ec2", nameof(AuthorizeSecurityGroupEgress));
    public static readonly ApiOperation RevokeSecurityGroupIngress = new("ec2", nameof(RevokeSecurityGroupIngress));
    public static readonly ApiOperation RevokeSecurityGroupEgress = new("ec2", nameof(RevokeSecurityGroupEgress));

    private static ApiOperation Iam(string name) => new("iam", name) { IsGlobal = true };
}
