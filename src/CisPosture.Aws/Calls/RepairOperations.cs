namespace CisPosture.Aws.Calls;

/// <summary>The operations that only repairs call, reads beyond those of a scan first.</summary>
internal static class RepairOperations
{
    public static readonly ApiOperation UpdateAccountPasswordPolicy = Iam(nameof(UpdateAccountPasswordPolicy));
    public static readonly ApiOperation DeleteAccountPasswordPolicy = Iam(nameof(DeleteAccountPasswordPolicy));

    public static readonly ApiOperation GetUser = Iam(nameof(GetUser));
    public static readonly ApiOperation UpdateAccessKey = Iam(nameof(UpdateAccessKey));
    public static readonly ApiOperation DeleteLoginProfile = Iam(nameof(DeleteLoginProfile));

    public static readonly ApiOperation ListGroupsForUser = Iam(nameof(ListGroupsForUser));
    public static readonly ApiOperation ListAttachedUserPolicies = Iam(nameof(ListAttachedUserPolicies));
    public static readonly ApiOperation ListAttachedGroupPolicies = Iam(nameof(ListAttachedGroupPolicies));
    public static readonly ApiOperation ListAttachedRolePolicies = Iam(nameof(ListAttachedRolePolicies));
    public static readonly ApiOperation ListUserPolicies = Iam(nameof(ListUserPolicies));
    public static readonly ApiOperation ListGroupPolicies = Iam(nameof(ListGroupPolicies));
    public static readonly ApiOperation GetUserPolicy = Iam(nameof(GetUserPolicy));
    public static readonly ApiOperation GetGroupPolicy = Iam(nameof(GetGroupPolicy));
    public static readonly ApiOperation CreateGroup = Iam(nameof(CreateGroup));
    public static readonly ApiOperation DeleteGroup = Iam(nameof(DeleteGroup));
    public static readonly ApiOperation AddUserToGroup = Iam(nameof(AddUserToGroup));
    public static readonly ApiOperation RemoveUserFromGroup = Iam(nameof(RemoveUserFromGroup));
    public static readonly ApiOperation AttachUserPolicy = Iam(nameof(AttachUserPolicy));
    public static readonly ApiOperation AttachGroupPolicy = Iam(nameof(AttachGroupPolicy));
    public static readonly ApiOperation AttachRolePolicy = Iam(nameof(AttachRolePolicy));
    public static readonly ApiOperation DetachUserPolicy = Iam(nameof(DetachUserPolicy));
    public static readonly ApiOperation DetachGroupPolicy = Iam(nameof(DetachGroupPolicy));
    public static readonly ApiOperation DetachRolePolicy = Iam(nameof(DetachRolePolicy));
    public static readonly ApiOperation PutUserPolicy = Iam(nameof(PutUserPolicy));
    public static readonly ApiOperation PutGroupPolicy = Iam(nameof(PutGroupPolicy));
    public static readonly ApiOperation DeleteUserPolicy = Iam(nameof(DeleteUserPolicy));
    public static readonly ApiOperation DeleteGroupPolicy = Iam(nameof(DeleteGroupPolicy));

    public static readonly ApiOperation GetPolicy = Iam(nameof(GetPolicy));
    public static readonly ApiOperation GetPolicyVersion = Iam(nameof(GetPolicyVersion));
    public static readonly ApiOperation ListPolicyVersions = Iam(nameof(ListPolicyVersions));
    public static readonly ApiOperation CreatePolicyVersion = Iam(nameof(CreatePolicyVersion));
    public static readonly ApiOperation SetDefaultPolicyVersion = Iam(nameof(SetDefaultPolicyVersion));
    public static readonly ApiOperation DeletePolicyVersion = Iam(nameof(DeletePolicyVersion));

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

    public static readonly ApiOperation ListLogGroupTags = new("logs", "ListTagsForResource");
    public static readonly ApiOperation CreateLogGroup = new("logs", nameof(CreateLogGroup));
    public static readonly ApiOperation DeleteLogGroup = new("logs", nameof(DeleteLogGroup));
    public static readonly ApiOperation PutRetentionPolicy = new("logs", nameof(PutRetentionPolicy));
    public static readonly ApiOperation DeleteRetentionPolicy = new("logs", nameof(DeleteRetentionPolicy));

    public static readonly ApiOperation GetRolePolicy = Iam(nameof(GetRolePolicy));
    public static readonly ApiOperation CreateRole = Iam(nameof(CreateRole));
    public static readonly ApiOperation DeleteRole = Iam(nameof(DeleteRole));
    public static readonly ApiOperation PutRolePolicy = Iam(nameof(PutRolePolicy));
    public static readonly ApiOperation DeleteRolePolicy = Iam(nameof(DeleteRolePolicy));

    public static readonly ApiOperation ListTrailTags = new("cloudtrail", "ListTags");
    public static readonly ApiOperation CreateTrail = new("cloudtrail", nameof(CreateTrail));
    public static readonly ApiOperation UpdateTrail = new("cloudtrail", nameof(UpdateTrail));
    public static readonly ApiOperation DeleteTrail = new("cloudtrail", nameof(DeleteTrail));
    public static readonly ApiOperation StartLogging = new("cloudtrail", nameof(StartLogging));
    public static readonly ApiOperation StopLogging = new("cloudtrail", nameof(StopLogging));
    public static readonly ApiOperation PutEventSelectors = new("cloudtrail", nameof(PutEventSelectors));

    public static readonly ApiOperation GetKeyPolicy = new("kms", nameof(GetKeyPolicy));
    public static readonly ApiOperation PutKeyPolicy = new("kms", nameof(PutKeyPolicy));

    public static readonly ApiOperation CreateBucket = new("s3", nameof(CreateBucket));
    public static readonly ApiOperation DeleteBucket = new("s3", nameof(DeleteBucket));
    public static readonly ApiOperation GetBucketPolicy = new("s3", nameof(GetBucketPolicy));
    public static readonly ApiOperation PutBucketPolicy = new("s3", nameof(PutBucketPolicy));
    public static readonly ApiOperation DeleteBucketPolicy = new("s3", nameof(DeleteBucketPolicy));
    public static readonly ApiOperation PutBucketPublicAccessBlock = new("s3", "PutPublicAccessBlock") { Permission = "s3:PutBucketPublicAccessBlock" };
    public static readonly ApiOperation DeleteBucketPublicAccessBlock = new("s3", "DeletePublicAccessBlock") { Permission = "s3:PutBucketPublicAccessBlock" };

    public static readonly ApiOperation PutBucketLogging = new("s3", nameof(PutBucketLogging));

    public static readonly ApiOperation CreateServiceLinkedRole = Iam(nameof(CreateServiceLinkedRole));
    public static readonly ApiOperation DeleteServiceLinkedRole = Iam(nameof(DeleteServiceLinkedRole));

    public static readonly ApiOperation PutConfigurationRecorder = new("config", nameof(PutConfigurationRecorder));
    public static readonly ApiOperation DeleteConfigurationRecorder = new("config", nameof(DeleteConfigurationRecorder));
    public static readonly ApiOperation StartConfigurationRecorder = new("config", nameof(StartConfigurationRecorder));
    public static readonly ApiOperation StopConfigurationRecorder = new("config", nameof(StopConfigurationRecorder));
    public static readonly ApiOperation PutDeliveryChannel = new("config", nameof(PutDeliveryChannel));
    public static readonly ApiOperation DeleteDeliveryChannel = new("config", nameof(DeleteDeliveryChannel));

    public static readonly ApiOperation CreateFlowLogs = new("ec2", nameof(CreateFlowLogs));
    public static readonly ApiOperation DeleteFlowLogs = new("ec2", nameof(DeleteFlowLogs));

    private static ApiOperation Iam(string name) => new("iam", name) { IsGlobal = true };
}
